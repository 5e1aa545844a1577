/** Tokens, which are for people to make, and where REST answers, which everyone may know. */
import { implement } from '@orpc/server';
import { listTokens, makeToken, revokeToken } from '../accounts/api-tokens.ts';
import { accessContract } from '../../shared/contract/access.ts';
import { changeApiAccess, readApiAccess } from '../settings/api-access.ts';
import { type ApiContext, asAdmin, asPerson, asSignedIn, tellErrors } from './base.ts';

const base = implement(accessContract).$context<ApiContext>().use(tellErrors);
const person = base.use(asPerson);
const signedIn = base.use(asSignedIn);
const admin = base.use(asAdmin);

export const accessRouter = base.router({
  tokens: signedIn.tokens.handler(({ context }) => ({ tokens: listTokens(context.parts, context.actor) })),
  createToken: signedIn.createToken.handler(({ context, input }) => makeToken(context.parts, context.actor, input)),
  revokeToken: signedIn.revokeToken.handler(({ context, input }) => {
    revokeToken(context.parts, context.actor, input.id);
    return { message: 'Token revoked.' };
  }),
  settings: person.settings.handler(({ context }) => ({ api: readApiAccess(context.parts, context.door) })),
  changeSettings: admin.changeSettings.handler(async ({ context, input }) => ({
    api: await changeApiAccess(context.parts, context.actor, context.door, input),
  })),
});
