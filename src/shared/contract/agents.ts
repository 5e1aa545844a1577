/** Agents: the voices that speak. One's own, and those that an admin shares with all. */
import * as z from 'zod';
import { PROVIDERS } from '../domain/states.ts';
import { Id, Instant, pageAnswer, pageQuery, route } from './base.ts';
import { CallDetails } from './calls.ts';

/** What a provider needs to know of an agent beside its id; what it does not know it ignores. */
export const AgentOptions = z.strictObject({
  sipAddress: z.string().trim().min(1).max(300).optional(),
  phoneNumberId: z.string().trim().min(1).max(200).optional(),
  record: z.boolean().optional(),
  machineDetection: z.boolean().optional(),
  ringSeconds: z.int().min(5).max(300).optional(),
  longestMinutes: z.int().min(1).max(240).optional(),
});
export type AgentOptions = z.infer<typeof AgentOptions>;

export const Agent = z
  .object({
    id: Id,
    userId: Id,
    ownerName: z.string(),
    /** Whether the person who asks may change it. */
    editable: z.boolean(),
    name: z.string(),
    shared: z.boolean(),
    provider: z.enum(PROVIDERS),
    /** Its calls ring nobody. */
    practice: z.boolean(),
    /** The vendor's id of the agent. */
    providerAgentId: z.string(),
    /** The number that the called person sees, E.164. */
    callerNumber: z.string().nullable(),
    options: AgentOptions,
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Agent' });
export type Agent = z.infer<typeof Agent>;

const fields = {
  name: z.string().trim().min(1).max(200),
  provider: z.enum(PROVIDERS),
  providerAgentId: z.string().trim().min(1).max(200),
  callerNumber: z.string().trim().max(64).nullable(),
  options: AgentOptions,
  shared: z.boolean(),
};

/** The practice line needs no id of an agent. */
export const NewAgent = z
  .strictObject({ ...z.object(fields).partial().shape, name: fields.name, provider: fields.provider })
  .refine(({ provider, providerAgentId }) => provider === 'practice' || providerAgentId !== undefined, {
    path: ['providerAgentId'],
    message: 'Say which agent of the provider speaks.',
  });
export type NewAgent = z.infer<typeof NewAgent>;

/** What is left out stays; of the options too, and one sent as null is taken away. */
export const AgentChange = z.strictObject({
  ...z.object(fields).partial().shape,
  options: z
    .strictObject(Object.fromEntries(Object.entries(AgentOptions.shape).map(([key, shape]) => [key, shape.nullable()])) as NullableOptions)
    .optional(),
});
export type AgentChange = z.infer<typeof AgentChange>;
type NullableOptions = { [K in keyof typeof AgentOptions.shape]: z.ZodNullable<(typeof AgentOptions.shape)[K]> };

export const AgentsQuery = z.strictObject({
  ...pageQuery,
  search: z.string().trim().max(200).optional(),
  provider: z.enum(PROVIDERS).optional(),
});
export type AgentsQuery = z.infer<typeof AgentsQuery>;

const tags = ['agents'];
const one = z.strictObject({ id: Id });
const answer = z.object({ agent: Agent });

/** To hear an agent on one's own phone. */
export const TestCall = z.strictObject({
  phoneNumber: z.string().trim().min(1).max(64),
  nextAction: z.string().trim().max(5_000).default(''),
});

export const agentsContract = {
  testCall: route
    .route({
      method: 'POST',
      path: '/agents/{id}/test-call',
      tags,
      summary: "Call one's own phone with an agent; it needs a slot and counts in no figure",
    })
    .input(z.strictObject({ id: Id, ...TestCall.shape }))
    .output(z.object({ call: CallDetails })),
  list: route
    .route({ method: 'GET', path: '/agents', tags, summary: 'List the agents that one may use' })
    .input(AgentsQuery)
    .output(z.object({ ...pageAnswer, agents: z.array(Agent) })),
  get: route.route({ method: 'GET', path: '/agents/{id}', tags, summary: 'Read one agent' }).input(one).output(answer),
  create: route
    .route({ method: 'POST', path: '/agents', tags, summary: 'Add an agent', successStatus: 201 })
    .input(NewAgent)
    .output(answer),
  update: route
    .route({ method: 'PATCH', path: '/agents/{id}', tags, summary: 'Change an agent; what is left out stays' })
    .input(z.strictObject({ id: Id, ...AgentChange.shape }))
    .output(answer),
  delete: route
    .route({ method: 'DELETE', path: '/agents/{id}', tags, summary: 'Delete an agent that nothing waits for' })
    .input(one)
    .output(z.object({ message: z.string() })),
};
