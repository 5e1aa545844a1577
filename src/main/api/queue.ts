/** The queue: what waits, in which order, and why. */
import { implement } from '@orpc/server';
import { MOST_ACTED_ON, queueContract } from '../../shared/contract/queue.ts';
import { readMatching } from '../queue/read-matching.ts';
import { readCampaignQueue, readQueue, readQueueItem } from '../queue/read-queue.ts';
import { actOnItems, namesOf } from '../queue/act-on-items.ts';
import { historyOf } from '../queue/item-history.ts';
import { readStatistics } from '../queue/statistics.ts';
import { readItemStates } from '../queue/states.ts';
import { secondsOf } from '../queue/waiting.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';
import { toHistory, toQueueItem } from './queue-shape.ts';
import { dateOrNull } from './shape.ts';

const person = implement(queueContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const queueRouter = person.router({
  list: person.list.handler(async ({ context, input: { status, ...query } }) => {
    const { entries, total } = await readQueue(context.parts, context.actor, { ...query, statuses: readItemStates(status) });
    return { ...pageFrame(entries, total, query), items: entries.map(toQueueItem) };
  }),
  ofCampaign: person.ofCampaign.handler(async ({ context, input: { id, status, ...query } }) => {
    const asked = { ...query, campaignId: id, statuses: readItemStates(status) };
    const { entries, total } = await readCampaignQueue(context.parts, context.actor, asked);
    return { ...pageFrame(entries, total, query), items: entries.map(toQueueItem) };
  }),
  matching: person.matching.handler(async ({ context, input: { status, ...query } }) => {
    const asked = { ...query, statuses: readItemStates(status), page: 1, limit: MOST_ACTED_ON };
    return { ids: await readMatching(context.parts, context.actor, asked) };
  }),
  get: person.get.handler(({ context, input }) => {
    const entry = readQueueItem(context.parts, context.actor, input.id);
    const { item } = entry.row;
    return { item: { ...toQueueItem(entry), metadata: item.metadata, history: historyOf(context.parts, item).map(toHistory) } };
  }),
  act: person.act.handler(async ({ context, input: { ids, action } }) => {
    const { parts, actor, dialer } = context;
    const { refused, ...acted } = await actOnItems(parts, dialer, actor, ids, action);
    const names = namesOf(
      parts,
      actor,
      refused.map(({ id }) => id),
    );
    const told = refused.map(({ id, error: { code, message, data } }) => ({
      id,
      name: names.get(id) ?? '',
      code,
      message,
      data: { ...data },
    }));
    return { ...acted, refused: told };
  }),
  statistics: person.statistics.handler(({ context }) => {
    const { averageWaitMs, nextScheduledCallAt, ...figures } = readStatistics(context.parts, context.actor);
    return { statistics: { ...figures, averageWait: secondsOf(averageWaitMs), nextScheduledCall: dateOrNull(nextScheduledCallAt) } };
  }),
});
