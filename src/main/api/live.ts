/** The wallboard, and the live stream as far as the person may see it; that ends with the session that it stands on. */
import { implement, withEventMeta } from '@orpc/server';
import { doneToday } from '../analytics/today.ts';
import { liveContract, type LiveEvent } from '../../shared/contract/live.ts';
import type { LiveBoard } from '../../shared/contract/board.ts';
import { type Board, readBoard } from '../live/board.ts';
import type { Batch } from '../live/read-batch.ts';
import { peopleWaiting } from '../queue/statistics.ts';
import { readConnections } from '../settings/connections.ts';
import { type ApiContext, asPerson, tellErrors, toContractError } from './base.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import { toCampaign } from './campaign-shape.ts';
import { dateOf, reasonOf } from './shape.ts';

const person = implement(liveContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const liveRouter = person.router({
  board: person.board.handler(({ context }) => ({ board: toBoard(readBoard(context.parts, context.actor)) })),
  connections: person.connections.handler(({ context }) => ({ connections: readConnections(context.parts) })),
  today: person.today.handler(({ context }) => ({
    doneToday: doneToday(context.parts, context.actor),
    waiting: peopleWaiting(context.parts, context.actor),
  })),
  subscribe: person.subscribe.handler(async function* ({ context, input, lastEventId, signal }) {
    const { actor, authorization, authenticate, live } = context;
    const isStillGood = async () => (await authenticate(authorization))?.role === actor.role;
    try {
      // Whoever comes back asks at the same address again: what was seen last stands before where it began.
      for await (const batch of live.listen({ actor, after: numberOf(lastEventId) ?? input?.after, isStillGood, signal })) {
        yield withEventMeta(toEvent(batch), { id: String(batch.number) });
      }
    } catch (error) {
      throw error instanceof AppError ? toContractError(error) : error;
    }
  }),
});

const numberOf = (id: string | undefined) => (id !== undefined && /^\d{1,16}$/.test(id) ? Number(id) : undefined);

const toEvent = ({ at, campaigns, ...rest }: Batch): LiveEvent => ({ ...rest, at: dateOf(at), campaigns: campaigns.map(toCampaign) });

const toBoard = ({ at, today: { timeZone, ...today }, next, ...rest }: Board): LiveBoard => ({
  ...rest,
  at: dateOf(at),
  timeZone,
  today,
  next: next.map(({ entry: { row, view, waiting }, at: calledAt }) => ({
    itemId: row.item.id,
    campaignId: view.campaign.id,
    campaignName: view.campaign.name,
    contactName: row.contact.name,
    phoneNumber: row.contact.phone,
    at: dateOf(calledAt),
    waitingFor: reasonOf(waiting?.waitingFor ?? null),
  })),
});
