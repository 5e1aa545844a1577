import { conflict, notFound } from '../../shared/domain/app-error.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { endCallTx } from './end-call.ts';

/**
 * Frees the slot of a call that no look-up can end (rule 13): an admin has looked, and says so by name, in the item's history.
 * The call ends as unknown; a later word of the provider still replaces that.
 * @throws AppError `not_found`; `call_can_be_looked_up` where the provider does answer for it.
 */
export function freeSlot(parts: Parts, actor: Actor, callId: string, reason: string): void {
  const { data, clock } = parts;
  data.database.write(() => {
    const call = data.calls.get(scopeOf(actor), callId);
    if (!call) throw notFound('call');
    if (call.slotReleasedAt !== null || call.checkAt === null) throw conflict('call_holds_no_slot', 'This call holds no slot.');
    if (!call.ambiguous) {
      throw conflict(
        'call_can_be_looked_up',
        'The provider answers for this call; it frees its slot when the call ends. To end it now, hang it up.',
      );
    }
    endCallTx(parts, call, 'unknown', { reason, stoppedBy: actor.userId });
    if (call.itemId !== null) {
      data.items.recordTx(call.itemId, clock.now(), {
        action: 'slot-freed',
        details: 'The slot was freed by hand',
        reason,
        by: actor.userId,
      });
    }
  });
}
