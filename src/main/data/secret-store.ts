/**
 * Secrets by name, sealed: this store never sees one in plain text. Sealing is the host's (`ports/host.ts`, `SecretBox`).
 * Called by the verbs that own a secret; no list of them ever leaves the program.
 */
import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { secrets } from './schema/index.ts';

export function secretStore(db: Database) {
  return {
    read: (name: string): string | undefined =>
      db.orm.select({ sealed: secrets.sealed }).from(secrets).where(eq(secrets.name, name)).get()?.sealed,

    has: (name: string): boolean => db.orm.select({ name: secrets.name }).from(secrets).where(eq(secrets.name, name)).get() !== undefined,

    writeTx(name: string, sealed: string, now: number): void {
      const row = { sealed, updatedAt: now };
      db.orm
        .insert(secrets)
        .values({ name, ...row })
        .onConflictDoUpdate({ target: secrets.name, set: row })
        .run();
      db.changes.topics.add('settings');
    },

    removeTx(name: string): void {
      db.orm.delete(secrets).where(eq(secrets.name, name)).run();
      db.changes.topics.add('settings');
    },
  };
}
