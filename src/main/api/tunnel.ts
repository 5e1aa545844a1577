/** The tunnel and what came in through it. Admins only. */
import { implement } from '@orpc/server';
import { tunnelContract } from '../../shared/contract/tunnel.ts';
import { listRefused } from '../calls/read-calls.ts';
import { changeTunnel, forgetHostKey, readTunnel } from '../settings/tunnel.ts';
import { type ApiContext, asAdmin, tellErrors } from './base.ts';

const admin = implement(tunnelContract).$context<ApiContext>().use(tellErrors).use(asAdmin);

export const tunnelRouter = admin.router({
  get: admin.get.handler(({ context }) => ({ tunnel: readTunnel(context.parts, context.actor, context.tunnel) })),
  change: admin.change.handler(({ context, input }) => ({
    tunnel: changeTunnel(context.parts, context.actor, context.tunnel, input),
  })),
  tryNow: admin.tryNow.handler(({ context }) => {
    context.tunnel.tryNow();
    return { tunnel: readTunnel(context.parts, context.actor, context.tunnel) };
  }),
  forgetHostKey: admin.forgetHostKey.handler(({ context }) => ({
    tunnel: forgetHostKey(context.parts, context.actor, context.tunnel),
  })),
  refused: admin.refused.handler(({ context }) => {
    const { refused, total } = listRefused(context.parts);
    return { total, refused: refused.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt) })) };
  }),
});
