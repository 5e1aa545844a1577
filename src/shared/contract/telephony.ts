/** What can be asked of a provider's account beside calls: tried, listed, and where its deliveries go. Admins set up, all may list. */
import * as z from 'zod';
import { PROVIDERS } from '../domain/states.ts';
import { Id, route } from './base.ts';
import { ProviderAccount } from './telephony-settings.ts';

export const Finding = z
  .object({
    what: z.enum(['key', 'agent', 'number', 'limits', 'deliveries']),
    result: z.enum(['works', 'fails', 'unknown']),
    /** What was found and, where it fails, what to do. */
    sentence: z.string(),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

const Provider = z.enum(PROVIDERS);
const tags = ['settings'];

/** Where an agent's deliveries go at its vendor, and where they would have to. */
export const AgentWebhook = z.object({
  /** Null where the vendor keeps no address with its agents, or none is set. */
  current: z.string().nullable(),
  /** Null while no public address leads here. */
  ours: z.string().nullable(),
  /** Whether it points to this program: now, or at an earlier public address of it. */
  isOurs: z.boolean(),
  /** What stood there before it was ours; null where nothing did. */
  before: z.string().nullable(),
});
export type AgentWebhook = z.infer<typeof AgentWebhook>;

/** A provider as everyone may see it: whether it can be used, and what it can do with a call. */
export const ProviderInfo = z
  .object({
    name: Provider,
    isSetUp: z.boolean(),
    can: z.object({ hangUp: z.boolean(), withdraw: z.boolean(), record: z.boolean(), lookUpByReference: z.boolean() }).nullable(),
  })
  .meta({ id: 'Provider' });
export type ProviderInfo = z.infer<typeof ProviderInfo>;

export const telephonyContract = {
  providers: route
    .route({ method: 'GET', path: '/telephony/providers', tags, summary: 'The providers, whether they are set up, and what they can do' })
    .input(z.strictObject({}).optional())
    .output(z.object({ providers: z.array(ProviderInfo) })),
  test: route
    .route({ method: 'POST', path: '/settings/telephony/test', tags, summary: 'Try what can be tried of a provider without a call' })
    .input(z.strictObject({ provider: Provider, agentId: Id.optional() }))
    .output(z.object({ works: z.boolean(), findings: z.array(Finding), account: ProviderAccount.nullable() })),
  agents: route
    .route({ method: 'GET', path: '/telephony/{provider}/agents', tags, summary: "The agents of a provider's account" })
    .input(z.strictObject({ provider: Provider }))
    .output(z.object({ agents: z.array(z.object({ id: z.string(), name: z.string() })) })),
  numbers: route
    .route({ method: 'GET', path: '/telephony/{provider}/numbers', tags, summary: "The numbers of a provider's account" })
    .input(z.strictObject({ provider: Provider }))
    .output(
      z.object({
        numbers: z.array(
          z.object({ number: z.string(), id: z.string().nullable(), label: z.string().nullable(), agentId: z.string().nullable() }),
        ),
      }),
    ),
  agentWebhook: route
    .route({ method: 'GET', path: '/agents/{id}/webhook', tags, summary: "Where an agent's deliveries go at its vendor" })
    .input(z.strictObject({ id: Id }))
    .output(z.object({ webhook: AgentWebhook.nullable() })),
  setAgentWebhook: route
    .route({
      method: 'PUT',
      path: '/agents/{id}/webhook',
      tags,
      summary: "Point an agent's deliveries to this program, or back to where they went before (admins)",
    })
    .input(z.strictObject({ id: Id, to: z.enum(['ours', 'before']) }))
    .output(z.object({ webhook: AgentWebhook.nullable() })),
};
