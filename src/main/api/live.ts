/** The live stream, as far as the person may see it; it ends with the session that it stands on. */
import { implement, withEventMeta } from '@orpc/server';
import { liveContract, type LiveEvent } from '../../shared/contract/live.ts';
import type { Batch } from '../live/read-batch.ts';
import { type ApiContext, asPerson, tellErrors, toContractError } from './base.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import { toCampaign } from './campaign-shape.ts';
import { dateOf } from './shape.ts';

const person = implement(liveContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const liveRouter = person.router({
  subscribe: person.subscribe.handler(async function* ({ context, input, lastEventId, signal }) {
    const { actor, authorization, authenticate, live } = context;
    const isStillGood = async () => (await authenticate(authorization))?.role === actor.role;
    try {
      for await (const batch of live.listen({ actor, after: input?.after ?? numberOf(lastEventId), isStillGood, signal })) {
        yield withEventMeta(toEvent(batch), { id: String(batch.number) });
      }
    } catch (error) {
      throw error instanceof AppError ? toContractError(error) : error;
    }
  }),
});

const numberOf = (id: string | undefined) => (id !== undefined && /^\d{1,16}$/.test(id) ? Number(id) : undefined);

const toEvent = ({ at, campaigns, ...rest }: Batch): LiveEvent => ({ ...rest, at: dateOf(at), campaigns: campaigns.map(toCampaign) });
