/**
 * The provider's breaker (rule 13): two ambiguous dials in a row open it, so that an outage holds two slots and not all. While
 * it is open one dial at a time goes out as a probe (`ClaimRoom.takeProviderRoom`); a provider that answers closes it. Screens are
 * told of both: a lamp shows it.
 */
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Parts } from '../parts.ts';

const AMBIGUOUS_IN_A_ROW = 2;

export function countAmbiguousTx(parts: Parts, provider: ProviderName, reason: string): void {
  const health = parts.data.calls.health(provider);
  const ambiguousInRow = health.ambiguousInRow + 1;
  const breakerOpenAt = ambiguousInRow >= AMBIGUOUS_IN_A_ROW ? (health.breakerOpenAt ?? parts.clock.now()) : null;
  parts.data.calls.setHealthTx(provider, { ambiguousInRow, breakerOpenAt, lastReason: reason });
  if (breakerOpenAt !== null) parts.health.tellAgain();
}

export function clearBreakerTx(parts: Parts, provider: ProviderName): void {
  const health = parts.data.calls.health(provider);
  if (health.ambiguousInRow === 0 && health.breakerOpenAt === null) return;
  parts.data.calls.setHealthTx(provider, { ambiguousInRow: 0, breakerOpenAt: null, lastReason: null });
  if (health.breakerOpenAt === null) return;
  parts.health.tellAgain();
  // It is back, or the network is: what became of the calls that were up meanwhile is asked before their next time.
  parts.data.calls.checkAllOfTx(provider, parts.clock.now());
}
