/** How scripts get in: their tokens, and where and to whom the REST interface answers. */
import * as z from 'zod';
import { Id, Instant, route } from './base.ts';

/** What a token may do: read; read and change what is its owner's; all that its owner, an admin, may. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const;
export const TokenScope = z.enum(TOKEN_SCOPES);
export type TokenScope = z.infer<typeof TokenScope>;

export const ApiToken = z
  .object({
    id: Id,
    name: z.string(),
    scope: TokenScope,
    userId: Id,
    userName: z.string(),
    /** The last characters of the secret, to tell tokens apart. */
    ending: z.string(),
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'ApiToken' });
export type ApiToken = z.infer<typeof ApiToken>;

export const NewToken = z.strictObject({
  name: z.string().trim().min(1, 'Write what the token is for.').max(100),
  scope: TokenScope.default('read'),
  /** Never where it is left out. */
  expiresAt: Instant.optional(),
});
export type NewToken = z.infer<typeof NewToken>;

const Port = z.int().min(1).max(65_535);
/** `https://crm.example.com`: scheme and name, no path. */
const Origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'Write the origin as https://crm.example.com, without a path.');

/** The certificate that the network is answered with, as it is read from what was given. */
export const Certificate = z.object({
  /** Names and addresses under which the program may be asked. */
  names: z.array(z.string()),
  issuer: z.string(),
  validFrom: Instant,
  validUntil: Instant,
});
export type Certificate = z.infer<typeof Certificate>;

export const ApiAccess = z
  .object({
    /** Where this computer asks REST, before `/api`; null where it is off. */
    url: z.string().nullable(),
    /** Why it is off. */
    trouble: z.string().nullable(),
    /** The loopback port that is asked for. */
    port: Port,
    /** Requests a second of one token. */
    perSecond: z.int(),
    /** Pages of these sites may ask with a token. */
    corsOrigins: z.array(z.string()),
    network: z.object({
      open: z.boolean(),
      port: Port,
      /** Where the network asks, by the certificate's first name; null where it is not open. */
      url: z.string().nullable(),
      trouble: z.string().nullable(),
      certificate: Certificate.nullable(),
    }),
  })
  .meta({ id: 'ApiAccess' });
export type ApiAccess = z.infer<typeof ApiAccess>;

export const ApiAccessChange = z.strictObject({
  port: Port.optional(),
  perSecond: z.int().min(1).max(100_000).optional(),
  corsOrigins: z.array(Origin).max(50).optional(),
  network: z
    .strictObject({
      open: z.boolean().optional(),
      port: Port.optional(),
      /** PEM, with its chain; kept with its key by the host's secret store. */
      certificate: z.string().max(100_000).optional(),
      /** PEM, without a passphrase; can be written and never read. */
      key: z.string().max(100_000).optional(),
    })
    .optional(),
});
export type ApiAccessChange = z.infer<typeof ApiAccessChange>;

const tags = ['access'];

export const accessContract = {
  tokens: route
    .route({ method: 'GET', path: '/tokens', tags, summary: "One's own tokens; everyone's for admins" })
    .input(z.strictObject({}).optional())
    .output(z.object({ tokens: z.array(ApiToken) })),
  createToken: route
    .route({ method: 'POST', path: '/tokens', tags, summary: 'Make a token; its secret is shown this once', successStatus: 201 })
    .input(NewToken)
    .output(z.object({ token: z.string(), details: ApiToken })),
  revokeToken: route
    .route({ method: 'DELETE', path: '/tokens/{id}', tags, summary: 'Revoke a token, at once' })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ message: z.string() })),
  settings: route
    .route({ method: 'GET', path: '/settings/api', tags, summary: 'Where REST answers, and to whom' })
    .input(z.strictObject({}).optional())
    .output(z.object({ api: ApiAccess })),
  changeSettings: route
    .route({ method: 'PUT', path: '/settings/api', tags, summary: 'Change where REST answers (admins); what is left out stays' })
    .input(ApiAccessChange)
    .output(z.object({ api: ApiAccess })),
};
