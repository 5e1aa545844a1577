/** Changes an item by hand: everything that was asked for is checked and written together, or nothing is. */
import { badInput, conflict } from '../../shared/domain/app-error.ts';
import { checkAgent } from '../campaigns/find.ts';
import type { ItemChange, QueueItem } from '../data/item-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { takeOutTx } from './cancel-item.ts';
import { changePriorityTx } from './change-priority.ts';
import { type FoundItem, itemChanged, mustWait, ownItem } from './find-item.ts';
import { reopenTx } from './reopen-item.ts';
import { rescheduleTx } from './reschedule.ts';

export interface AskedChange {
  priority?: number | undefined;
  /** Its due time. */
  at?: number | undefined;
  /** `queued` puts a final item back, `cancelled` takes a waiting one out. */
  status?: 'queued' | 'cancelled' | undefined;
  /** Null is the campaign's, here and below. */
  agentId?: string | null | undefined;
  /** Minutes. */
  retryAfter?: number | null | undefined;
  maxAttempts?: number | null | undefined;
  /** Merged into what is there; null takes a field away. */
  metadata?: Readonly<Record<string, unknown>> | undefined;
  reason?: string | undefined;
}

const MOST_METADATA = 8_192;

/**
 * Place, time and agent are those of a waiting item (a final one is put back first); retries may be changed until it is done,
 * metadata always.
 * @throws AppError `not_found` and what the single verbs throw; `no_such_agent`, `attempts_made`, `metadata_too_large`.
 */
export function changeItem(parts: Parts, actor: Actor, id: number, change: AskedChange): void {
  const { status, priority, at, reason } = change;
  parts.data.database.write(() => {
    const found = () => ownItem(parts, actor, id);
    if (status === 'queued' && found().item.status !== 'queued') reopenTx(parts, actor, found(), {}, reason);
    if (priority !== undefined) changePriorityTx(parts, actor, found(), priority, reason);
    if (at !== undefined) rescheduleTx(parts, actor, found(), at, reason);
    changeOwnTx(parts, actor, found(), change);
    if (status === 'cancelled') cancelWaitingTx(parts, actor, found().item, reason);
  });
}

function cancelWaitingTx(parts: Parts, actor: Actor, item: QueueItem, reason?: string): void {
  if (item.status === 'cancelled') return;
  mustWait(item);
  takeOutTx(parts, actor, item, { reason });
}

/** What of the item is its own: agent, retries, metadata. */
function changeOwnTx(parts: Parts, actor: Actor, { item, campaign }: FoundItem, change: AskedChange): void {
  const { data, clock } = parts;
  const { agentId, retryAfter, maxAttempts, metadata, reason } = change;
  const told: string[] = [];
  const own: ItemChange = {};
  if (agentId !== undefined && agentId !== item.agentId) {
    mustWait(item);
    if (agentId !== null) checkAgent(parts, actor, agentId);
    own.agentId = agentId;
    told.push(agentId === null ? "Agent: the campaign's" : `Agent: ${data.agents.get(everyone, agentId)?.name ?? agentId}`);
  }
  if (retryAfter !== undefined && retryAfter !== item.retryAfter) {
    mustNotBeDone(item);
    own.retryAfter = retryAfter;
    told.push(retryAfter === null ? "Retry: after the campaign's time" : `Retry: after ${retryAfter} minutes`);
  }
  if (maxAttempts !== undefined && maxAttempts !== item.maxAttempts) {
    mustNotBeDone(item);
    refuseTooFew(item, maxAttempts ?? campaign.maxAttempts);
    own.maxAttempts = maxAttempts;
    told.push(maxAttempts === null ? "Attempts: the campaign's" : `Attempts: at most ${maxAttempts}`);
  }
  if (metadata !== undefined) {
    own.metadata = merged(item.metadata, metadata);
    told.push('Metadata changed');
  }
  if (told.length === 0) return;
  if (!data.items.changeTx(item, clock.now(), own)) throw itemChanged();
  data.items.recordTx(item.id, clock.now(), { action: 'changed', details: told.join('; '), reason: reason ?? null, by: actor.userId });
}

/** Retries of an item that is being called hold for what follows that call. */
function mustNotBeDone(item: QueueItem): void {
  if (item.status !== 'processing') mustWait(item);
}

function refuseTooFew(item: QueueItem, most: number): void {
  const least = item.status === 'queued' ? item.attemptCount + 1 : item.attemptCount;
  if (most >= least) return;
  throw conflict('attempts_made', `${item.attemptCount} attempts were made already. Allow at least ${least}.`);
}

function merged(known: Record<string, unknown>, given: Readonly<Record<string, unknown>>): QueueItem['metadata'] {
  const whole = Object.fromEntries(Object.entries({ ...known, ...given }).filter(([, value]) => value !== null));
  if (JSON.stringify(whole).length <= MOST_METADATA) return whole;
  const message = 'With what is there already it would be more than 8 KB. Take something away with null.';
  throw badInput('metadata_too_large', message, { details: [{ path: 'metadata', message }] });
}
