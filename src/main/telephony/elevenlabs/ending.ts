/**
 * How a call ended, from everything that a conversation says of it.
 *
 * The vendor has no words of its own for busy or not answered: such a call ends as `failed`, or as `done` after 0 seconds, and what
 * it was stands in an instant, an error, a sentence or the log of the SIP trunk. Decides the end; never asks anyone.
 */
import type { CallState } from '../../../shared/domain/states.ts';
import type { Conversation } from './conversation.ts';
import { endOfSip } from './sip.ts';

export interface Ending {
  state: Extract<CallState, 'completed' | 'voicemail' | 'busy' | 'no-answer' | 'failed'>;
  /** False where the SIP messages, if there are any, may know better. */
  sure: boolean;
}

/** Whether the call was picked up. Where the vendor does not say, it was where there was any talk. */
export function wasAnswered({ accepted, seconds, userSpoke }: Conversation): boolean {
  return userSpoke || (accepted ?? seconds > 0);
}

/**
 * The end of a conversation that is `done` or `failed`.
 * @param sipStatus with which the trunk refused the call; null where it is not known.
 */
export function endingOf(conversation: Conversation, sipStatus: number | null = null): Ending {
  if (wasAnswered(conversation)) return { state: answeredEnd(conversation), sure: true };
  const told = (sipStatus === null ? null : endOfSip(sipStatus)) ?? endInError(conversation);
  if (told !== null) return { state: told, sure: true };
  return { state: conversation.status === 'done' ? 'no-answer' : 'failed', sure: !conversation.bySip || sipStatus !== null };
}

/** A line that an error cut is a talk all the same, once the person has said something: nobody is called twice for it. */
function answeredEnd({ voicemail, status, userSpoke }: Conversation): Ending['state'] {
  if (voicemail) return 'voicemail';
  return status === 'failed' && !userSpoke ? 'failed' : 'completed';
}

function endInError({ error, terminationReason, voicemail }: Conversation): Ending['state'] | null {
  if (voicemail) return 'voicemail';
  const byCode = error?.code == null || error.code < 400 ? null : endOfSip(error.code);
  return byCode ?? endInWords(`${error?.reason ?? ''} ${terminationReason ?? ''}`);
}

const BUSY_WORDS = /\b(busy|declined?|rejected)\b|\b(486|600|603)\b/i;
const NO_ANSWER_WORDS =
  /\bno[-_ ]?answer|\bnot (been )?answer|unanswered|did not (answer|pick up)|ring\w*[-_ ]time ?-?out|temporarily unavailable|\b(408|480|487)\b/i;

/** The end that a vendor's free words mean; null where they mean none. */
export function endInWords(words: string): Extract<Ending['state'], 'busy' | 'no-answer'> | null {
  if (BUSY_WORDS.test(words)) return 'busy';
  return NO_ANSWER_WORDS.test(words) ? 'no-answer' : null;
}
