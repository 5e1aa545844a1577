/**
 * The wallboard: what today came to, who is called next, and how slots and turns are shared. A supervisor sees her own and the sums of
 * everyone, an admin each person. Nothing here counts rows that are kept count of.
 */
import { HOUR_MS, MINUTE_MS } from '../../shared/domain/calendar.ts';
import { type Today, todayFigures } from '../analytics/today.ts';
import { Surroundings } from '../campaigns/surroundings.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import { type Actor, everyone, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { QueueEntry } from '../queue/read-queue.ts';
import { nextCalls, runs } from './next-calls.ts';

const SOON_MS = 5 * MINUTE_MS;
/** How far due items are counted. */
const MOST_DUE = 1_000;

export interface Board {
  /** UTC milliseconds. */
  at: number;
  today: Today;
  callsPerHour: number;
  waiting: { total: number; dueSoon: number; dueSoonIsExact: boolean; paused: number; drafts: number };
  next: { entry: QueueEntry; at: number }[];
  users: { userId: string; name: string; up: number; limit: number; waiting: number; turns: number }[];
  system: { up: number; limit: number; waiting: number; turns: number };
}

/** The board as the person may see it. */
export function readBoard(parts: Parts, actor: Actor): Board {
  const scope = scopeOf(actor);
  const around = new Surroundings(parts);
  const views = parts.data.campaigns.allViews(scope);
  const turns = new Map(parts.data.board.turnsSince(everyone, around.now - HOUR_MS).map(({ userId, turns: n }) => [userId, n]));
  const turnsOf = (userId: string) => turns.get(userId) ?? 0;
  const waiting = new Map<string, number>();
  for (const { owner, counts } of views) waiting.set(owner.id, (waiting.get(owner.id) ?? 0) + counts.queued);
  const users = parts.data.slots.ofUsers(scope).map(({ userId, name, limit, active }) => ({
    userId,
    name,
    up: active,
    limit,
    waiting: waiting.get(userId) ?? 0,
    turns: turnsOf(userId),
  }));
  const allTurns = [...turns.values()].reduce((sum, n) => sum + n, 0);
  return {
    at: around.now,
    today: todayFigures(parts, scope),
    callsPerHour: scope.userId === null ? allTurns : turnsOf(scope.userId),
    waiting: waitingOf(parts, around, views),
    next: nextCalls(parts, scope, around, views),
    users,
    system: {
      up: around.up.total,
      limit: around.systemLimit,
      waiting: scope.userId === null ? queuedOf(views) : parts.data.board.queued(),
      turns: allTurns,
    },
  };
}

const queuedOf = (views: readonly CampaignView[]) => views.reduce((sum, { counts }) => sum + counts.queued, 0);

function waitingOf({ data }: Parts, around: Surroundings, views: readonly CampaignView[]): Board['waiting'] {
  const inState = (state: string) => queuedOf(views.filter(({ campaign }) => campaign.status === state));
  const dueSoon = countDue(
    data,
    views.filter((view) => runs(view) && opensBy(around, view, around.now + SOON_MS)),
    around.now + SOON_MS,
  );
  return {
    total: queuedOf(views),
    dueSoon: Math.min(dueSoon, MOST_DUE),
    dueSoonIsExact: dueSoon < MOST_DUE,
    paused: inState('paused'),
    drafts: inState('draft'),
  };
}

const opensBy = (around: Surroundings, view: CampaignView, at: number) =>
  (around.openingAt(view, around.now)?.from ?? Number.POSITIVE_INFINITY) <= at;

/** Due items of the campaigns, counted no further than is shown. */
function countDue(data: Parts['data'], views: readonly CampaignView[], at: number): number {
  let due = 0;
  for (const { campaign } of views) {
    if (due >= MOST_DUE) break;
    due += data.board.dueBy(campaign.id, at, MOST_DUE - due);
  }
  return due;
}
