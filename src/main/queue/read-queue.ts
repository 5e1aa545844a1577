/**
 * Pages of the queue: one campaign's people, or all that waits over all campaigns, with position, estimate and reason.
 *
 * Pages in the order of the line are walks of indexes and their totals the counters that are kept; a search or another sort is
 * answered by the index of the queue, beside the engine's thread.
 */
import { notFound } from '../../shared/domain/app-error.ts';
import { type CampaignState, FINAL_ITEM_STATES, type ItemState } from '../../shared/domain/states.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import type { CampaignCounts, CampaignQueue, CampaignView } from '../data/campaign-store.ts';
import type { QueuePlace, QueueQuery as IndexQuery, QueueSort } from '../data/queue-index/messages.ts';
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
  /** Instead of a page: what stands behind this place. Not in the order of the line. */
  after?: QueuePlace | undefined;
  /** Left out where nobody asks for positions and estimates: they cost more than the rows. */
  unplaced?: boolean | undefined;
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
  /** The place of the last one; null where nothing stands behind it, and in the order of the line. */
  next: QueuePlace | null;
}

/** The states of a campaign's page without a filter, in the order in which they are shown. */
const WHOLE: readonly ItemState[] = ['processing', 'queued', ...FINAL_ITEM_STATES];
export const WAITING: readonly ItemState[] = ['processing', 'queued'];

/**
 * The people of one campaign: those being called, those waiting in the order in which they would be claimed, those done.
 * @throws AppError `not_found`.
 */
export async function readCampaignQueue(parts: Parts, actor: Actor, query: QueueQuery & { campaignId: string }): Promise<QueuePage> {
  const scope = scopeOf(actor);
  const [view] = parts.data.campaigns.viewsOf(scope, [query.campaignId]);
  if (!view) throw notFound('campaign');
  if (isSearch(query)) return await readFound(parts, scope, query);
  const around = new Surroundings(parts);
  const states = WHOLE.filter((state) => query.statuses?.includes(state) ?? true);
  const offset = (query.page - 1) * query.limit;
  const placed = pageOf(parts, view, states, offset, query.limit, around.now);
  return { entries: entriesOf(parts, scope, around, placed), total: countOf([view.counts], states), next: null };
}

/** All that waits or is being called over the campaigns that the person may see, in the order in which it would be called. */
export async function readQueue(parts: Parts, actor: Actor, query: QueueQuery): Promise<QueuePage> {
  if (query.campaignId !== undefined) {
    return await readCampaignQueue(parts, actor, { ...query, campaignId: query.campaignId, statuses: query.statuses ?? WAITING });
  }
  const scope = scopeOf(actor);
  const states = query.statuses ?? WAITING;
  if (isSearch(query) || states.some((state) => !WAITING.includes(state)))
    return await readFound(parts, scope, { ...query, statuses: states });
  const around = new Surroundings(parts);
  const queues = parts.data.campaigns.queues(scope);
  const placed = mergedPage(parts, scope, around, queues, states, query);
  return { entries: entriesOf(parts, scope, around, placed), total: countOf(queues, states), next: null };
}

/**
 * One item, with all that a list tells of it.
 * @param unplaced see `QueueQuery`.
 * @throws AppError `not_found`.
 */
export function readQueueItem(parts: Parts, actor: Actor, id: number, { unplaced }: Pick<QueueQuery, 'unplaced'> = {}): QueueEntry {
  const scope = scopeOf(actor);
  const around = new Surroundings(parts);
  const position = unplaced === true ? null : (parts.data.queue.positionsOf([id], around.now).get(id) ?? null);
  const [entry] = entriesOf(parts, scope, around, [{ id, position }]);
  if (!entry || entry.row.item.removedAt !== null) throw notFound('queue item');
  return entry;
}

/** Whether the rows themselves have to be asked. */
export const isSearch = (query: QueueQuery) =>
  query.sortBy !== 'line' || Boolean(query.search) || query.callbacks === true || query.contactId !== undefined;

/** How many items of the states the campaigns hold, by their counters. */
const countOf = (queues: readonly CampaignCounts[], states: readonly ItemState[]) =>
  queues.reduce((sum, counts) => sum + states.reduce((n, state) => n + counts[state], 0), 0);

/** A page over several campaigns: those being called, then their lines merged by time. */
export function mergedPage(
  parts: Parts,
  scope: Scope,
  around: Surroundings,
  queues: readonly CampaignQueue[],
  states: readonly ItemState[],
  query: QueueQuery,
): Placed[] {
  const offset = (query.page - 1) * query.limit;
  const up = states.includes('processing') ? parts.data.queue.processing(scope) : [];
  const first: Placed[] = up.slice(offset, offset + query.limit).map((id) => ({ id, position: null }));
  if (!states.includes('queued') || first.length === query.limit) return first;
  const lines = linesOf(parts, around, queues);
  return [...first, ...mergeLines(lines, Math.max(0, offset - up.length), query.limit - first.length)];
}

function linesOf(parts: Parts, around: Surroundings, queues: readonly CampaignQueue[]): Line[] {
  const { queue, campaigns } = parts.data;
  const waiting = queues.filter(({ queued }) => queued > 0);
  const heads = queue.heads(
    waiting.map(({ id }) => id),
    around.now,
  );
  // The opening of a running campaign is in its row, unless the dialer has not come by since it was over.
  const isStale = ({ status, openUntil }: CampaignQueue) => isRunning(status) && !(openUntil !== null && openUntil > around.now);
  const stale = campaigns.viewsOf(
    everyone,
    waiting.filter(isStale).map(({ id }) => id),
  );
  const computed = new Map(stale.map((view) => [view.campaign.id, around.openingAt(view, around.now)?.from ?? null]));
  return waiting.flatMap(({ id, status, openFrom }) => {
    const head = heads.get(id);
    if (head === undefined) return [];
    const opensAt = computed.has(id) ? computed.get(id) : openFrom;
    const readyAt = isRunning(status) ? (opensAt ?? Number.POSITIVE_INFINITY) : Number.MAX_VALUE;
    return [{ readyAt, head, read: (offset: number, limit: number) => queue.lineTimes(id, around.now, offset, limit) }];
  });
}

const isRunning = (status: CampaignState) => status === 'active' || status === 'scheduled';

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

/** A query as the index is asked for it. */
export function askedOf({ campaignId, contactId, statuses, search, callbacks, sortBy, sortDir }: QueueQuery): IndexQuery {
  return {
    campaignId,
    contactId,
    statuses,
    search,
    callbacksOnly: callbacks,
    sortBy: sortBy === 'line' ? 'scheduledFor' : sortBy,
    sortDir,
  };
}

/** What a search or another sort finds. */
async function readFound(parts: Parts, scope: Scope, query: QueueQuery): Promise<QueuePage> {
  const { page, limit, after } = query;
  const positionsAt = query.unplaced === true ? undefined : parts.clock.now();
  const range = { offset: after ? 0 : (page - 1) * limit, limit, after, positionsAt };
  const { ids, total, next, positions } = await parts.data.queueIndex.find(scope, askedOf(query), range);
  const placed = ids.map((id, i) => ({ id, position: positions[i] ?? null }));
  // Between the answer of the index and the reading of its rows something may have been claimed.
  const entries = entriesOf(parts, scope, new Surroundings(parts), placed).filter(({ row }) => isStill(query, row));
  return { entries, total, next };
}

const isStill = ({ statuses }: QueueQuery, { item }: ItemRow) =>
  item.removedAt === null && (statuses === undefined || statuses.includes(item.status));

/** Items with all that is told of them, in their order. */
export function entriesOf(parts: Parts, scope: Scope, around: Surroundings, placed: readonly Placed[]): QueueEntry[] {
  const { queue, campaigns } = parts.data;
  const positions = new Map(placed.map(({ id, position }) => [id, position]));
  const rows = queue.rowsOf(scope, [...positions.keys()]);
  const views = campaigns.viewsOf(everyone, [...new Set(rows.map(({ item }) => item.campaignId))]);
  around.learnNames(views.map(({ campaign }) => campaign.pausedBy));
  const told = new Map(views.map((view) => [view.campaign.id, { view, facts: around.factsOf(view) }]));
  const numberCalls = queue.lastCalls(rows.map(({ contact }) => contact.phone));
  return rows.flatMap((row): QueueEntry[] => {
    const campaign = told.get(row.item.campaignId);
    if (!campaign) return [];
    const { view, facts } = campaign;
    if (row.item.status !== 'queued') return [{ row, view, position: null, waiting: null }];
    const position = positions.get(row.item.id) ?? null;
    const given = { position: position ?? 1, facts, numberCalls: numberCalls.get(row.contact.phone) ?? [] };
    return [{ row, view, position, waiting: waitingOf(around, view, row, given) }];
  });
}
