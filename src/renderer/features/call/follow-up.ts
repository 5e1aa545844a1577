/** What comes after a call, in one sentence. Pure. */
import type { CallDetails } from '../../../shared/contract/calls.ts';
import type { QueueItem } from '../../../shared/contract/queue.ts';
import { callWords } from '../../words/call.ts';

type Of = Pick<CallDetails, 'id' | 'up' | 'status' | 'attempt'>;
type Item = Pick<QueueItem, 'status' | 'callId' | 'attemptCount' | 'waitingFor'>;

/** Null while the call is up: then its stage says it all. */
export function followUpWords(call: Of, item: Item): string | null {
  const { follows } = callWords;
  if (call.up) return null;
  if (call.status === 'disconnected') return follows.resultToCome;
  if (item.status === 'processing' && item.callId !== call.id) return follows.processing;
  if (item.attemptCount > call.attempt) return follows.later;
  if (item.status === 'queued' && item.waitingFor !== null) return follows.waits(item.waitingFor.sentence.replace(/\.$/, ''));
  return item.status === 'processing' ? null : follows.done;
}
