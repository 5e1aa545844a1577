/** The desktop program: everybody's own notices, and an admin's settings of the program. */
import { implement } from '@orpc/server';
import { desktopContract } from '../../shared/contract/desktop.ts';
import { changeDesktop, readDesktop } from '../settings/desktop.ts';
import { type ApiContext, asPerson, tellErrors } from './base.ts';

const person = implement(desktopContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const desktopRouter = person.router({
  get: person.get.handler(({ context }) => ({ desktop: readDesktop(context.parts, context.actor) })),
  change: person.change.handler(({ context, input }) => ({ desktop: changeDesktop(context.parts, context.actor, input) })),
});
