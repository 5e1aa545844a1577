/** Who one is. The only routes that nobody in particular may ask are those that make somebody of them. */
import { implement } from '@orpc/server';
import { authContract } from '../../shared/contract/auth.ts';
import { changeMe } from '../accounts/change-me.ts';
import { changePassword, recover } from '../accounts/change-password.ts';
import { createFirstAdmin, isFirstRun } from '../accounts/first-admin.ts';
import { login, signIn, signOut } from '../accounts/sign-in.ts';
import { readMe } from '../accounts/user.ts';
import { type ApiContext, asPerson, asSignedIn, tellErrors } from './base.ts';

const anyone = implement(authContract).$context<ApiContext>().use(tellErrors);
const person = anyone.use(asPerson);
const signedIn = anyone.use(asSignedIn);

export const authRouter = anyone.router({
  state: anyone.state.handler(({ context }) => ({ firstRun: isFirstRun(context.parts) })),
  createFirstAdmin: anyone.createFirstAdmin.handler(({ context, input }) => createFirstAdmin(context.parts, input)),
  login: anyone.login.handler(({ context, input }) => login(context.parts, input, context.remote)),
  signIn: anyone.signIn.handler(({ context, input }) => signIn(context.parts, input, context.remote)),
  recover: anyone.recover.handler(({ context, input }) => recover(context.parts, input, context.remote)),
  logout: signedIn.logout.handler(async ({ context }) => {
    await signOut(context.parts, context.authorization);
    return { message: 'Signed out.' };
  }),
  me: person.me.handler(({ context }) => ({ user: readMe(context.parts, context.actor) })),
  changeMe: signedIn.changeMe.handler(({ context, input }) => ({ user: changeMe(context.parts, context.actor, input) })),
  changePassword: signedIn.changePassword.handler(({ context, input }) =>
    changePassword(context.parts, context.actor, input, context.authorization),
  ),
});
