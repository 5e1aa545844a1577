/** What a SIP trunk answered to a call, in the engine's words. */
import type { CallState } from '../../../shared/domain/states.ts';
import { fieldsOf, listOf, numberOf, textOf } from './fields.ts';

/** Asked for credentials, the caller tries again with them: no end. */
const CHALLENGES = new Set([401, 407]);
const BUSY = new Set([486, 600]);
/** Whoever declines is there and takes no call now, like somebody whose line is busy. */
const DECLINED = 603;
/** 487 is the answer to our own cancel when it had rung long enough. */
const NOT_ANSWERED = new Set([408, 480, 487]);

/** The end that a final SIP status means; null for one that ends nothing. */
export function endOfSip(status: number): Extract<CallState, 'busy' | 'no-answer' | 'failed'> | null {
  if (status < 300 || status > 699 || CHALLENGES.has(status)) return null;
  if (BUSY.has(status) || status === DECLINED) return 'busy';
  return NOT_ANSWERED.has(status) ? 'no-answer' : 'failed';
}

/**
 * The status that refused the call in a log of SIP messages; null where none did.
 * @param body `{sip_messages: [{raw_message, created_at_unix_micro, …}]}`; a bare list and a `status_code` of its own are read as well.
 */
export function refusedBySip(body: unknown): number | null {
  const messages = Array.isArray(body) ? body : listOf(fieldsOf(body)['sip_messages'] ?? fieldsOf(body)['messages']);
  const finals = messages
    .map((message) => {
      const fields = fieldsOf(message);
      return { at: numberOf(fields['created_at_unix_micro']) ?? 0, status: numberOf(fields['status_code']) ?? statusIn(fields) };
    })
    .filter(({ status }) => status !== null && endOfSip(status) !== null)
    .toSorted((a, b) => a.at - b.at);
  return finals.at(-1)?.status ?? null;
}

/** Of an answer to the INVITE; answers to CANCEL, BYE or OPTIONS say nothing of the call. */
function statusIn(fields: ReturnType<typeof fieldsOf>): number | null {
  const raw = textOf(fields['raw_message']) ?? textOf(fields['message']) ?? '';
  const [, status] = /^SIP\/2\.0 (\d{3})\b/.exec(raw) ?? [];
  const [, method = 'INVITE'] = /^CSeq:\s*\d+\s+(\w+)/im.exec(raw) ?? [];
  return status === undefined || method.toUpperCase() !== 'INVITE' ? null : Number(status);
}
