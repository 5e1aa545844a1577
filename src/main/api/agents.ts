/** Agents: one's own and those shared with all. */
import { implement } from '@orpc/server';
import { agentsContract } from '../../shared/contract/agents.ts';
import { createAgent, deleteAgent, getAgent, listAgents, updateAgent } from '../agents/agents.ts';
import { callDetails } from '../calls/call-view.ts';
import { readCall } from '../calls/read-calls.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';

const person = implement(agentsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const agentsRouter = person.router({
  list: person.list.handler(({ context, input }) => {
    const { agents, total } = listAgents(context.parts, context.actor, input);
    return { ...pageFrame(agents, total, input), agents };
  }),
  testCall: person.testCall.handler(async ({ context, input: { id, ...test } }) => {
    const callId = await context.dialer.testCall(context.actor, { agentId: id, ...test });
    return { call: callDetails(readCall(context.parts, context.actor, callId)) };
  }),
  get: person.get.handler(({ context, input }) => ({ agent: getAgent(context.parts, context.actor, input.id) })),
  create: person.create.handler(({ context, input }) => ({ agent: createAgent(context.parts, context.actor, input) })),
  update: person.update.handler(({ context, input: { id, ...change } }) => ({
    agent: updateAgent(context.parts, context.actor, id, change),
  })),
  delete: person.delete.handler(({ context, input }) => {
    deleteAgent(context.parts, context.actor, input.id);
    return { message: 'The agent is deleted.' };
  }),
});
