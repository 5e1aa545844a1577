/**
 * What a delivery says that nothing proves (its sender signs nothing): it moves a call on while that call is up, and makes us ask the
 * provider at once for what would end it. Must never end a call, free its slot or add a fact: only the provider's own answer does.
 */
import { isCallEnd, isLineDown } from '../../shared/domain/states.ts';
import { applyReport } from '../calls/apply-report.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { CallReport } from '../ports/provider.ts';
import { lacksResult } from './late-result.ts';

/** @returns what was made of it, in words. */
export function takeHintTx(parts: Parts, callId: string, { providerCallId, reference, state }: CallReport): string | null {
  const { data, clock } = parts;
  const now = clock.now();
  const call = data.calls.get(everyone, callId);
  if (call && lacksResult(call) && isLineDown(state)) return 'The provider was asked for the result that was missing.';
  if (!call || (isCallEnd(call.status) && call.status !== 'unknown')) return 'It changed nothing.';
  // A call that was given up counts as up again until the provider has said what became of it.
  const moved = isLineDown(state) ? (call.status === 'unknown' ? 'initiated' : null) : state;
  if (moved !== null) applyReport(parts, callId, { providerCallId, reference, state: moved, at: null }, now);
  else if (call.providerCallId === null) data.calls.tellTx(call, now, { providerCallId });
  if (!isLineDown(state)) return null;
  data.calls.watchTx(callId, now);
  data.database.changes.due = true;
  return 'The provider was asked to confirm it.';
}
