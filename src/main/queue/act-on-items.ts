/**
 * Does one thing to one item or to many: each by the verb that does it to one, so that nothing can be done to many that could not
 * be done to each. Those that refuse it are told with their reason; the others are done.
 */
import type { QueueAction } from '../../shared/contract/queue.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import { scopeOf } from '../data/scope.ts';
import type { Actor, Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import type { DialerPort } from '../ports/dialer.ts';
import { callBack } from './call-back.ts';
import { cancelTx, untilCancelled } from './cancel-item.ts';
import { changePriority } from './change-priority.ts';
import { removeItem } from './remove-item.ts';
import { reopenItem } from './reopen-item.ts';
import { reschedule } from './reschedule.ts';

/** Items of one transaction: a step takes some milliseconds, then others have the store. */
const STEP = 100;

export interface Refused {
  id: number;
  error: AppError;
}

export interface Acted {
  done: number;
  refused: Refused[];
  /** Calls that were begun, by our ids. */
  callIds: string[];
}

/** Never throws for a single item: what it refused is in `refused`. */
export async function actOnItems(
  parts: Parts,
  dialer: DialerPort,
  actor: Actor,
  ids: readonly number[],
  action: QueueAction,
): Promise<Acted> {
  const each = [...new Set(ids)];
  if (action.kind === 'call-now') return callEach(parts, dialer, actor, each, action);
  const refused: Refused[] = [];
  const ending: { id: number; callId: string }[] = [];
  for (let from = 0; from < each.length; from += STEP) {
    if (from > 0) await sleep(parts.clock, 0);
    parts.data.database.write(() => {
      for (const id of each.slice(from, from + STEP)) {
        const callId = attempt(refused, id, () => actTx(parts, actor, id, action));
        if (callId) ending.push({ id, callId });
      }
    });
  }
  await Promise.all(ending.map(({ id, callId }) => attemptLater(refused, id, () => untilCancelled(parts, actor, id, callId))));
  return { done: each.length - refused.length, refused, callIds: [] };
}

/** @returns a call whose end is to be waited for. Every verb checks before it writes, so that one refusal undoes nothing of another. */
function actTx(parts: Parts, actor: Actor, id: number, action: Exclude<QueueAction, { kind: 'call-now' }>): string | null {
  switch (action.kind) {
    case 'priority':
      changePriority(parts, actor, id, action.priority, action.reason);
      return null;
    case 'reschedule':
      reschedule(parts, actor, id, action.at.getTime(), action.reason);
      return null;
    case 'callback':
      callBack(parts, actor, id, { at: action.at.getTime(), priority: action.priority, notes: action.notes });
      return null;
    case 'cancel':
      return cancelTx(parts, actor, id, action);
    case 'remove':
      removeItem(parts, actor, id, action.reason);
      return null;
    case 'reopen':
      reopenItem(parts, actor, id, action.reason);
      return null;
  }
}

/** One after another: each takes a slot, and the next may find none. Between two of them others have the store. */
async function callEach(
  parts: Parts,
  dialer: DialerPort,
  actor: Actor,
  ids: readonly number[],
  { agentId, priority, override }: Extract<QueueAction, { kind: 'call-now' }>,
): Promise<Acted> {
  const refused: Refused[] = [];
  const callIds: string[] = [];
  for (const [i, itemId] of ids.entries()) {
    if (i > 0) await sleep(parts.clock, 0);
    const asked = { itemId, agentId, priority, callerNumber: override?.callerIdNumber, record: override?.recordCall };
    const callId = await attemptLater(refused, itemId, () => dialer.callNow(actor, asked));
    if (callId !== null) callIds.push(callId);
  }
  return { done: ids.length - refused.length, refused, callIds };
}

function attempt<T>(refused: Refused[], id: number, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refused.push({ id, error });
    return null;
  }
}

async function attemptLater<T>(refused: Refused[], id: number, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refused.push({ id, error });
    return null;
  }
}

/** Names of the contacts of items that the person may see; others have none. */
export function namesOf({ data }: Parts, actor: Actor, ids: readonly number[]): ReadonlyMap<number, string> {
  const rows = data.queue.rowsOf(scopeOf(actor), ids);
  return new Map(rows.map(({ item, contact }) => [item.id, contact.name || contact.phone]));
}
