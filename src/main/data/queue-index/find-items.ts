/**
 * One question over the columns of the queue: one walk over all items, which keeps the first so many and counts the rest.
 *
 * Some ten milliseconds for a million, whichever the filter and the order; none where the same was walked lately. Reads the columns,
 * changes nothing.
 */
import { FirstOf } from './first-of.ts';
import { type QueueColumns, stateNumber } from './columns.ts';
import type { QueueFound, QueuePlace, QueueQuestion, QueueRange, QueueSort } from './messages.ts';
import type { QueueNames } from './names.ts';
import { positionsOf } from './positions.ts';
import type { Walk, WalkedLately } from './walked-lately.ts';

const QUEUED = stateNumber('queued');

/** Whether the question is about names: they are read then. */
export const needsNames = ({ search, sortBy }: QueueQuestion) => sortBy === 'name' || Boolean(search);

/** What is asked of. */
export interface Kept {
  columns: QueueColumns;
  /** null where `needsNames` says that they are not asked for. */
  names: QueueNames | null;
  /** Ids of those that are not deleted. */
  campaigns: readonly string[];
  lately: WalkedLately;
}

export function findItems(kept: Kept, query: QueueQuestion, range: QueueRange): QueueFound {
  const { columns, names } = kept;
  const { found, start } = walkedTo(kept, query, range);
  const end = start + range.limit;
  const ids = found.ids.slice(start, end);
  const last = ids.at(-1);
  const next = found.behind <= end || last === undefined ? null : placeOf(columns, names, query.sortBy, last);
  const positions = range.positionsAt === undefined ? [] : positionsOf(columns, ids, range.positionsAt);
  return { ids, total: found.total, next, positions };
}

/** A walk that reaches to the end of what is asked for, and where in it that starts. */
function walkedTo(kept: Kept, query: QueueQuestion, { offset, limit, after }: QueueRange): { found: Walk; start: number } {
  const { columns, names, lately } = kept;
  const fromStart = (most: number) => walk(kept, query, most, FIRST_PLACE);
  if (after === undefined) return { found: lately.first(query, offset + limit, fromStart), start: offset };
  const afterKey = keyOfPlace(names, query, after);
  // A place is a key, not an item: one that moved since, or went, still tells where to go on.
  const at = keys(columns, names, query)(after.id) === afterKey ? lately.placeOf(query, after.id) : -1;
  if (at < 0) return { found: walk(kept, query, offset + limit, { key: afterKey, id: after.id }), start: offset };
  const start = at + 1 + offset;
  return { found: lately.first(query, start + limit, fromStart), start };
}

const FIRST_PLACE = { key: Number.NEGATIVE_INFINITY, id: 0 };

function walk(
  { columns, names, campaigns }: Kept,
  query: QueueQuestion,
  most: number,
  { key: afterKey, id: afterId }: { key: number; id: number },
): Walk {
  const isWanted = wanted(columns, names, campaigns, query);
  const keyOf = keys(columns, names, query);
  const first = new FirstOf(Math.min(most, columns.lastId + 1));
  let total = 0;
  let behind = 0;
  // Ids grow with time: from their end for an order from the end, so that few that come later push others out.
  const [from, step] = query.sortDir === 'asc' ? [1, 1] : [columns.lastId, -1];
  for (let id = from; id > 0 && id <= columns.lastId; id += step) {
    if (!isWanted(id)) continue;
    total += 1;
    const key = keyOf(id);
    if (key < afterKey || (key === afterKey && id <= afterId)) continue;
    behind += 1;
    first.offer(key, id);
  }
  return { ids: first.inOrder(), total, behind };
}

function wanted(
  columns: QueueColumns,
  names: QueueNames | null,
  campaigns: readonly string[],
  query: QueueQuestion,
): (id: number) => boolean {
  const states = new Uint8Array(256);
  if (query.statuses) for (const status of query.statuses) states[stateNumber(status)] = 1;
  else states.fill(1, 1);
  const inCampaign = new Uint8Array(columns.campaignNumbers.size + 1);
  for (const id of campaigns) {
    if (query.campaignId === undefined || query.campaignId === id) inCampaign[columns.campaignNumbers.find(id)] = 1;
  }
  const everyone = query.userId === null;
  const user = columns.userNumbers.find(query.userId ?? '');
  const onlyCallbacks = query.callbacksOnly === true;
  const { contactId } = query;
  const marks = query.search && names ? names.matching(query.search) : null;
  const { states: stateOf, campaigns: campaignOf, users: userOf, callbacks, contacts } = columns;
  return (id) =>
    states[stateOf[id] ?? 0] === 1 &&
    inCampaign[campaignOf[id] ?? 0] === 1 &&
    (everyone || userOf[id] === user) &&
    (!onlyCallbacks || callbacks[id] === 1) &&
    (contactId === undefined || contacts[id] === contactId) &&
    (marks === null || marks[contacts[id] ?? 0] === 1);
}

/** What items are sorted by, lower first: turned round where the order is, and what has nothing of it behind all others. */
function keys(columns: QueueColumns, names: QueueNames | null, { sortBy, sortDir }: QueueQuestion): (id: number) => number {
  const sign = sortDir === 'asc' ? 1 : -1;
  if (sortBy === 'id') return (id) => sign * id;
  if (sortBy === 'dueAt') {
    const { states, scheduledFor } = columns;
    return (id) => (states[id] === QUEUED ? sign * (scheduledFor[id] ?? 0) : Number.POSITIVE_INFINITY);
  }
  if (sortBy === 'name') {
    const ranks = names?.ranks() ?? new Uint32Array();
    const { contacts } = columns;
    return (id) => sign * (ranks[contacts[id] ?? 0] ?? 0);
  }
  const values = columns[sortBy];
  return (id) => {
    const value = values[id] ?? 0;
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : sign * value;
  };
}

function keyOfPlace(names: QueueNames | null, { sortBy, sortDir }: QueueQuestion, { key }: QueuePlace): number {
  if (key === null) return Number.POSITIVE_INFINITY;
  const sign = sortDir === 'asc' ? 1 : -1;
  if (sortBy === 'name') return sign * (names?.rankOf(String(key)) ?? 0);
  return sign * Number(key);
}

function placeOf(columns: QueueColumns, names: QueueNames | null, sortBy: QueueSort, id: number): QueuePlace {
  if (sortBy === 'id') return { key: id, id };
  if (sortBy === 'name') return { key: names?.nameOf(columns.contacts[id] ?? 0) ?? '', id };
  if (sortBy === 'dueAt') return { key: columns.states[id] === QUEUED ? (columns.scheduledFor[id] ?? 0) : null, id };
  const key = columns[sortBy][id] ?? 0;
  return { key: Number.isNaN(key) ? null : key, id };
}
