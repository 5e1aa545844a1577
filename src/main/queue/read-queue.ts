/**
 * Pages of the queue: one campaign's people, or all that waits over all campaigns, with position, estimate and reason.
 *
 * Unfiltered pages are walks of indexes and their totals the counters that are kept; only a search or another sort asks the rows.
 */
import { notFound } from '../../shared/domain/app-error.ts';
import { FINAL_ITEM_STATES, type ItemState } from '../../shared/domain/states.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import type { QueueFilter, QueueSort } from '../data/queue-store.ts';
import { type Actor, everyone, type Scope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { type Line, mergeLines, type Placed } from './merge-lines.ts';
import { type ItemRow, type Waiting, waitingOf } from './waiting.ts';

export interface QueueQuery {
  campaignId?: string | undefined;
  contactId?: number | undefined;
  statuses?: readonly ItemState[] | undefined;
  callbacks?: boolean | undefined;
  search?: string | undefined;
  sortBy: 'line' | QueueSort;
  sortDir: 'asc' | 'desc';
  page: number;
  limit: number;
}

export interface QueueEntry {
  row: ItemRow;
  view: CampaignView;
  position: number | null;
  /** Null where the item does not wait. */
  waiting: Waiting | null;
}

export interface QueuePage {
  entries: QueueEntry[];
  total: number;
}

/** The states of a campaign's page without a filter, in the order in which they are shown. */
const WHOLE: readonly ItemState[] = ['processing', 'queued', ...FINAL_ITEM_STATES];
export const WAITING: readonly ItemState[] = ['processing', 'queued'];

/**
 * The people of one campaign: those being called, those waiting in the order in which they would be claimed, those done.
 * @param most how far a total is counted where a search is asked.
 * @throws AppError `not_found`.
 */
export function readCampaignQueue(parts: Parts, actor: Actor, query: QueueQuery & { campaignId: string }, most: number): QueuePage {
  const scope = scopeOf(actor);
  const [view] = parts.data.campaigns.viewsOf(scope, [query.campaignId]);
  if (!view) throw notFound('campaign');
  if (isSearch(query)) return readFound(parts, scope, query, most);
  const around = new Surroundings(parts);
  const states = WHOLE.filter((state) => query.statuses?.includes(state) ?? true);
  const offset = (query.page - 1) * query.limit;
  const placed = pageOf(parts, view, states, offset, query.limit, around.now);
  return { entries: entriesOf(parts, scope, around, placed), total: countOf([view], states) };
}

/** All that waits or is being called over the campaigns that the person may see, in the order in which it would be called. */
export function readQueue(parts: Parts, actor: Actor, query: QueueQuery, most: number): QueuePage {
  if (query.campaignId !== undefined) {
    return readCampaignQueue(parts, actor, { ...query, campaignId: query.campaignId, statuses: query.statuses ?? WAITING }, most);
  }
  const scope = scopeOf(actor);
  const states = query.statuses ?? WAITING;
  if (isSearch(query) || states.some((state) => !WAITING.includes(state)))
    return readFound(parts, scope, { ...query, statuses: states }, most);
  const around = new Surroundings(parts);
  const views = parts.data.campaigns.allViews(scope);
  const total = countOf(views, states);
  return { entries: entriesOf(parts, scope, around, mergedPage(parts, scope, around, views, states, query)), total };
}

/**
 * One item, with all that a list tells of it.
 * @throws AppError `not_found`.
 */
export function readQueueItem(parts: Parts, actor: Actor, id: number): QueueEntry {
  const scope = scopeOf(actor);
  const around = new Surroundings(parts);
  const position = parts.data.queue.positionsOf([id], around.now).get(id) ?? null;
  const [entry] = entriesOf(parts, scope, around, [{ id, position }]);
  if (!entry || entry.row.item.removedAt !== null) throw notFound('queue item');
  return entry;
}

/** Whether the rows themselves have to be asked. */
export const isSearch = (query: QueueQuery) =>
  query.sortBy !== 'line' || Boolean(query.search) || query.callbacks === true || query.contactId !== undefined;

/** How many items of the states the campaigns hold, by their counters. */
const countOf = (views: readonly CampaignView[], states: readonly ItemState[]) =>
  views.reduce((sum, { counts }) => sum + states.reduce((n, state) => n + counts[state], 0), 0);

/** A page over several campaigns: those being called, then their lines merged by time. */
export function mergedPage(
  parts: Parts,
  scope: Scope,
  around: Surroundings,
  views: readonly CampaignView[],
  states: readonly ItemState[],
  query: QueueQuery,
): Placed[] {
  const offset = (query.page - 1) * query.limit;
  const up = states.includes('processing') ? parts.data.queue.processing(scope) : [];
  const first: Placed[] = up.slice(offset, offset + query.limit).map((id) => ({ id, position: null }));
  if (!states.includes('queued') || first.length === query.limit) return first;
  const lines = views.filter(({ counts }) => counts.queued > 0).map((view) => lineOf(parts, around, view));
  return [...first, ...mergeLines(lines, Math.max(0, offset - up.length), query.limit - first.length)];
}

function lineOf(parts: Parts, around: Surroundings, view: CampaignView): Line {
  const { id, status } = view.campaign;
  const runs = status === 'active' || status === 'scheduled';
  return {
    id,
    readyAt: runs ? (around.openingAt(view, around.now)?.from ?? Number.POSITIVE_INFINITY) : Number.MAX_VALUE,
    read: (offset, limit) => parts.data.queue.lineTimes(id, around.now, offset, limit),
  };
}

/** A page of a campaign whose states stand one behind the other; where each begins is known from the counters. */
export function pageOf(
  { data }: Parts,
  view: CampaignView,
  states: readonly ItemState[],
  offset: number,
  limit: number,
  now: number,
): Placed[] {
  const { id } = view.campaign;
  const placed: Placed[] = [];
  let skip = offset;
  for (const state of states) {
    const room = limit - placed.length;
    if (room <= 0) break;
    if (skip < view.counts[state]) {
      const first = skip + 1;
      if (state === 'queued') placed.push(...data.queue.line(id, now, skip, room).map((item, i) => ({ id: item, position: first + i })));
      else placed.push(...data.queue.inState(id, state, skip, room).map((item) => ({ id: item, position: null })));
    }
    skip = Math.max(0, skip - view.counts[state]);
  }
  return placed;
}

/** A query as the store is asked for it. */
export function askedOf({ campaignId, contactId, statuses, search, callbacks, sortBy, sortDir }: QueueQuery) {
  const filter: QueueFilter = { campaignId, contactId, statuses, search, callbacksOnly: callbacks };
  const by: QueueSort = sortBy === 'line' ? 'scheduledFor' : sortBy;
  return { filter, sort: { by, dir: sortDir } };
}

/** What a search or another sort finds. A search is one walk over the rows, for its page and for its total. */
function readFound(parts: Parts, scope: Scope, query: QueueQuery, most: number): QueuePage {
  const { contactId, search, callbacks, limit } = query;
  const { filter, sort } = askedOf(query);
  const offset = (query.page - 1) * limit;
  const isCounted = !search && callbacks !== true && contactId === undefined;
  const whole = isCounted || offset + limit > most ? null : parts.data.queue.find(scope, filter, sort, 0, most);
  const ids = whole ? whole.slice(offset, offset + limit) : parts.data.queue.find(scope, filter, sort, offset, limit);
  const total = whole ? whole.length : isCounted ? countAll(parts, scope, query) : parts.data.queue.count(scope, filter, most);
  const around = new Surroundings(parts);
  const positions = parts.data.queue.positionsOf(ids, around.now);
  const placed = ids.map((id) => ({ id, position: positions.get(id) ?? null }));
  return { entries: entriesOf(parts, scope, around, placed), total };
}

function countAll({ data }: Parts, scope: Scope, { campaignId, statuses = WHOLE }: QueueQuery): number {
  return countOf(campaignId === undefined ? data.campaigns.allViews(scope) : data.campaigns.viewsOf(scope, [campaignId]), statuses);
}

/** Items with all that is told of them, in their order. */
export function entriesOf(parts: Parts, scope: Scope, around: Surroundings, placed: readonly Placed[]): QueueEntry[] {
  const { queue, campaigns } = parts.data;
  const positions = new Map(placed.map(({ id, position }) => [id, position]));
  const rows = queue.rowsOf(scope, [...positions.keys()]);
  const views = campaigns.viewsOf(everyone, [...new Set(rows.map(({ item }) => item.campaignId))]);
  around.learnNames(views.map(({ campaign }) => campaign.pausedBy));
  const told = new Map(views.map((view) => [view.campaign.id, { view, facts: around.factsOf(view) }]));
  const numberCalls = queue.lastCalls(rows.map(({ contact }) => contact.phone));
  return rows.flatMap((row) => {
    const campaign = told.get(row.item.campaignId);
    if (!campaign) return [];
    const { view, facts } = campaign;
    const position = positions.get(row.item.id) ?? null;
    const calls = numberCalls.get(row.contact.phone) ?? [];
    return [
      { row, view, position, waiting: position === null ? null : waitingOf(around, view, row, { position, facts, numberCalls: calls }) },
    ];
  });
}
