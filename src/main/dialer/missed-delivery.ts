/**
 * A delivery that should have come and did not: its provider had to be asked. Counted as the health of the tunnel, and nothing else;
 * the call has gone on by the provider's answer.
 */
import { isLineDown } from '../../shared/domain/states.ts';
import { isTold } from '../calls/next-look.ts';
import type { Call } from '../data/call-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** A look so soon after a delivery was asked for by it: an unsigned one is confirmed by a look. */
const ASKED_BY_DELIVERY_MS = 60_000;

/** @param before the call as it was when the provider was asked. */
export function noteMissedDeliveryTx(parts: Parts, before: Call): void {
  if (before.publicUrl === null || before.deliveryMissed || isLineDown(before.status) || !isTold(parts, before)) return;
  const { data, clock } = parts;
  const call = data.calls.get(everyone, before.id);
  if (!call || !isLineDown(call.status)) return;
  const now = clock.now();
  if (data.inbox.ofCall(call.id).some(({ receivedAt }) => receivedAt > now - ASKED_BY_DELIVERY_MS)) return;
  data.calls.tellTx(call, now, { deliveryMissed: true });
}
