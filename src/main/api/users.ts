/** Users: admins only. */
import { implement } from '@orpc/server';
import { usersContract } from '../../shared/contract/users.ts';
import { addUser, changeUser, handOver, listUsers, switchOff } from '../accounts/users.ts';
import { type ApiContext, asAdmin, tellErrors } from './base.ts';

const admin = implement(usersContract).$context<ApiContext>().use(tellErrors).use(asAdmin);

export const usersRouter = admin.router({
  list: admin.list.handler(({ context }) => {
    const users = listUsers(context.parts);
    return { count: users.length, users };
  }),
  create: admin.create.handler(async ({ context, input }) => ({ user: await addUser(context.parts, context.actor, input) })),
  update: admin.update.handler(async ({ context, input: { id, ...change } }) => ({
    user: await changeUser(context.parts, context.actor, id, change),
  })),
  handOver: admin.handOver.handler(({ context, input }) => handOver(context.parts, context.actor, input.id, input.toUserId)),
  switchOff: admin.switchOff.handler(({ context, input }) => switchOff(context.parts, context.actor, input.id)),
});
