/** The ids of all that a filter of the queue matches, in their order: whom "select all that match" ticks. */
import { notFound } from '../../shared/domain/app-error.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { askedOf, isSearch, mergedPage, pageOf, type QueueQuery, WAITING } from './read-queue.ts';

/**
 * The same as the pages of `readQueue` hold, from the first on, without what is told of each.
 * @param query its `limit` is how many are read at most.
 * @throws AppError `not_found` where there is no such campaign.
 */
export async function readMatching(parts: Parts, actor: Actor, query: QueueQuery): Promise<number[]> {
  const scope = scopeOf(actor);
  const { campaignId, limit } = query;
  const states = query.statuses ?? WAITING;
  const [view] = campaignId === undefined ? [] : parts.data.campaigns.viewsOf(scope, [campaignId]);
  if (campaignId !== undefined && !view) throw notFound('campaign');
  if (isSearch(query) || (!view && states.some((state) => !WAITING.includes(state)))) {
    const { ids } = await parts.data.queueIndex.find(scope, askedOf({ ...query, statuses: states }), { offset: 0, limit });
    return ids;
  }
  const around = new Surroundings(parts);
  const placed = view
    ? pageOf(parts, view, states, 0, limit, around.now)
    : mergedPage(parts, scope, around, parts.data.campaigns.queues(scope), states, query);
  return placed.map(({ id }) => id);
}
