/**
 * The result of a call that was closed without it: a hint says that it is there, and a hint proves nothing, so the provider is asked. Its
 * answer adds what was missing and changes nothing else; where it does not come, the call stays as it was closed.
 */
import { applyReport } from '../calls/apply-report.ts';
import { handleOf } from '../calls/call-handle.ts';
import type { Call } from '../data/call-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** Whether a hint about this call may tell of a result that it was closed without. */
export const lacksResult = ({ status, transcript }: Pick<Call, 'status' | 'transcript'>): boolean =>
  (status === 'completed' || status === 'voicemail') && transcript === null;

/** Asks once. Never rejects for what the provider answers. */
export async function fetchLateResult(parts: Parts, callId: string): Promise<void> {
  const { data, providers, clock } = parts;
  const call = data.calls.get(everyone, callId);
  const provider = call && providers[call.provider];
  if (!call || !provider) return;
  const handle = handleOf(data, call);
  const answer = await provider.lookUp(handle);
  if (answer.kind !== 'found' || handle.isAnothers(answer.report.providerCallId)) return;
  data.database.write(() => applyReport(parts, callId, answer.report, clock.now()));
}
