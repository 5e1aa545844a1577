/** Notices: one's own and everyone's. */
import { implement } from '@orpc/server';
import { noticesContract } from '../../shared/contract/notices.ts';
import { closeNotice, listNotices } from '../settings/notices.ts';
import { type ApiContext, asPerson, tellErrors } from './base.ts';

const person = implement(noticesContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const noticesRouter = person.router({
  list: person.list.handler(({ context }) => ({ notices: listNotices(context.parts, context.actor) })),
  close: person.close.handler(({ context, input }) => {
    closeNotice(context.parts, context.actor, input.id);
    return { message: 'The notice is closed.' };
  }),
});
