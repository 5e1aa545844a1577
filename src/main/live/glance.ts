/**
 * What the program shows beside its window: tray, dock and task bar. Calls up are told whoever looks; everything else is what the
 * person who is signed in may see. Asked at most once a second, so it asks what is indexed or kept count of.
 */
import { Surroundings, zoneOf } from '../campaigns/surroundings.ts';
import { type Actor, everyone, ownScope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { QueueEntry } from '../queue/read-queue.ts';
import { nextCalls } from './next-calls.ts';

/** More callbacks than this within minutes are one notice anyway. */
const MOST_CALLBACKS = 20;

export interface Glance {
  /** UTC milliseconds. */
  at: number;
  /** Of everybody: what the program holds up. */
  callsUp: number;
  /** Whether any campaign of anybody may call now: active, and inside its opening. */
  isCalling: boolean;
  /** Something stands against all new calls: every screen says what. */
  isBlocked: boolean;
  /** Null where nobody is signed in. */
  own: OwnGlance | null;
}

export interface OwnGlance {
  /** The zone is the campaign's: what is planned is told in it. */
  next: { at: number; who: string; campaignName: string; timeZone: string } | null;
  /** People of the active campaigns who are done with, of all of them; null where none is active. */
  progress: { done: number; total: number } | null;
  /** Something runs that Pause all would pause. */
  mayPause: boolean;
  /** One's own Pause all holds something. */
  mayResume: boolean;
}

/** @param actor who is signed in at this computer; null for nobody. */
export function readGlance(parts: Parts, actor: Actor | null): Glance {
  const at = parts.clock.now();
  return {
    at,
    callsUp: parts.data.slots.systemActive(),
    isCalling: parts.data.campaigns.inStates(everyone, ['active']).some(({ openFrom, openUntil }) => isWithin(at, openFrom, openUntil)),
    isBlocked: parts.health.blocking().some(({ code }) => code !== 'reconciling' && code !== 'held'),
    own: actor && ownGlance(parts, actor),
  };
}

const isWithin = (at: number, from: number | null, until: number | null) => from !== null && until !== null && from <= at && at < until;

function ownGlance(parts: Parts, actor: Actor): OwnGlance {
  const { data } = parts;
  const scope = scopeOf(actor);
  const running = data.campaigns.viewsOf(
    scope,
    data.campaigns.inStates(scope, ['scheduled', 'active']).map(({ id }) => id),
  );
  const [next] = nextCalls(parts, scope, new Surroundings(parts), running);
  let [done, total] = [0, 0];
  for (const { campaign, counts } of running) {
    if (campaign.status !== 'active') continue;
    total += counts.total;
    done += counts.total - counts.queued - counts.processing;
  }
  return {
    next: next ? nextOf(next.at, next.entry) : null,
    progress: total === 0 ? null : { done, total },
    mayPause: running.length > 0,
    mayResume: data.campaigns.pausedAllBy(actor.userId).length > 0,
  };
}

function nextOf(at: number, { row: { contact }, view }: QueueEntry): OwnGlance['next'] {
  return { at, who: contact.name || contact.phone, campaignName: view.campaign.name, timeZone: zoneOf(view) };
}

/** Callbacks of one's own active campaigns after an instant, up to another. */
export function callbacksAhead({ data }: Pick<Parts, 'data'>, actor: Actor, after: number, until: number) {
  const own = data.campaigns.inStates(ownScope(actor), ['active']).map(({ id }) => id);
  return own.length === 0 ? [] : data.board.callbacksAhead(own, after, until, MOST_CALLBACKS);
}
