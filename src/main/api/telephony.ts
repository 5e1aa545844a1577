/** What can be asked of a provider's account: admins try and set up, everyone may see what an agent can be made of. */
import { implement } from '@orpc/server';
import { telephonyContract } from '../../shared/contract/telephony.ts';
import { agentWebhook, listProviders, providerAgents, providerNumbers, setAgentWebhook, testProvider } from '../settings/telephony-desk.ts';
import { type ApiContext, asAdmin, asPerson, tellErrors } from './base.ts';

const base = implement(telephonyContract).$context<ApiContext>().use(tellErrors);
const person = base.use(asPerson);
const admin = base.use(asAdmin);

export const telephonyRouter = base.router({
  providers: person.providers.handler(({ context }) => ({ providers: listProviders(context.parts) })),
  test: admin.test.handler(async ({ context, input }) => {
    const { findings, ...result } = await testProvider(context.parts, context.actor, input.provider, input.agentId);
    return { ...result, findings: [...findings] };
  }),
  agents: person.agents.handler(async ({ context, input }) => ({ agents: [...(await providerAgents(context.parts, input.provider))] })),
  numbers: person.numbers.handler(async ({ context, input }) => ({ numbers: [...(await providerNumbers(context.parts, input.provider))] })),
  agentWebhook: person.agentWebhook.handler(async ({ context, input }) => ({
    webhook: await agentWebhook(context.parts, context.actor, input.id),
  })),
  setAgentWebhook: admin.setAgentWebhook.handler(async ({ context, input }) => ({
    webhook: await setAgentWebhook(context.parts, context.actor, input.id, input.to),
  })),
});
