/** The whole schema: what drizzle-kit reads to write migrations and what the stores query. */
export * from './accounts.ts';
export * from './calls.ts';
export * from './campaigns.ts';
export * from './idempotency.ts';
export * from './imports.ts';
export * from './people.ts';
