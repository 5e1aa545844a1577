/**
 * Takes back a call that waits at Bolna. Bolna stops what is queued or scheduled and refuses everything else in words that are not
 * documented, so that after a refusal the call itself is asked how far it is.
 */
import type { CallHandle, LookUpAnswer, StopAnswer } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';

/** @param lookUp asks what became of the call. */
export async function withdraw(api: BolnaApi, call: CallHandle, lookUp: (call: CallHandle) => Promise<LookUpAnswer>): Promise<StopAnswer> {
  const id = call.providerCallId ?? (await idOf(call, lookUp));
  if (typeof id !== 'string') return id;
  const answer = await api.ask('POST', `/call/${encodeURIComponent(id)}/stop`);
  if (answer.kind !== 'answered') return api.silent(answer);
  if (answer.status >= 200 && answer.status < 300) return { kind: 'done' };
  if (!REFUSALS.has(answer.status)) return api.silent(answer);
  return afterRefusal(await lookUp({ ...call, providerCallId: id }));
}

/** What may be said of the call itself; the key, the pace and Bolna's own faults are no word about it. */
const REFUSALS: ReadonlySet<number> = new Set([400, 404, 405, 409, 410, 422]);

async function idOf(call: CallHandle, lookUp: (call: CallHandle) => Promise<LookUpAnswer>): Promise<string | StopAnswer> {
  const answer = await lookUp(call);
  if (answer.kind === 'found') return answer.report.providerCallId;
  return answer.kind === 'not-found' ? { kind: 'cannot' } : answer;
}

/** One that still waits and was refused all the same (put off to the agent's own hours, say) cannot be taken back. */
function afterRefusal(answer: LookUpAnswer): StopAnswer {
  if (answer.kind === 'no-answer') return answer;
  if (answer.kind === 'not-found') return { kind: 'cannot' };
  return { kind: answer.report.state === 'queued' ? 'cannot' : 'too-late' };
}
