/** What a conversation says, in the engine's words. */
import type { CallReport } from '../../ports/provider.ts';
import type { CallState } from '../../../shared/domain/states.ts';
import type { Conversation } from './conversation.ts';
import { type Ending, wasAnswered } from './ending.ts';

/** The unit in which the vendor counts; never shown as money. */
const COST_UNIT = 'credits';
const RECORDING = 'elevenlabs:';

/** Where a recording is found: fetched with our key when somebody listens. */
export const recordingUrlOf = (conversationId: string) => `${RECORDING}${conversationId}`;

/** The conversation that a recording's address names; null for an address of anybody else. */
export function conversationOf(recordingUrl: string): string | null {
  const [, id] = /^elevenlabs:([\w-]{1,200})$/.exec(recordingUrl) ?? [];
  return id ?? null;
}

const STAGES: Readonly<Record<string, CallState>> = { initiated: 'initiated', 'in-progress': 'in-progress', processing: 'disconnected' };

export const isOver = ({ status }: Conversation) => status === 'done' || status === 'failed';

/** @param ending how it ended, for a conversation that is over. */
export function reportOf(conversation: Conversation, ending: Ending | null): CallReport {
  const state = ending?.state ?? STAGES[conversation.status] ?? 'initiated';
  return {
    providerCallId: conversation.id,
    reference: conversation.references[0] ?? null,
    state,
    at: instantOfState(conversation),
    ...factsOf(conversation),
  };
}

/** When the state began, where the vendor says it. When an unanswered call was given up it does not say. */
function instantOfState(conversation: Conversation): number | null {
  const { status, startedAt, acceptedAt, seconds } = conversation;
  if (status === 'initiated') return startedAt;
  if (status === 'in-progress') return acceptedAt;
  return acceptedAt === null ? null : acceptedAt + seconds * 1000;
}

/** What is told beside the state. */
export function factsOf(
  conversation: Conversation,
): Pick<CallReport, 'durationSeconds' | 'answeredByMachine' | 'cost' | 'recordingUrl' | 'transcript' | 'summary' | 'extracted' | 'reason'> {
  const { status, seconds, voicemail, cost, hasAudio, transcript, summary, extracted, terminationReason, error } = conversation;
  const facts: ReturnType<typeof factsOf> = {};
  const answered = wasAnswered(conversation);
  // Some of the vendor's seconds are ringing: what nobody answered was no talk. While it is being processed 0 may be no figure yet.
  if (isOver(conversation)) facts.durationSeconds = answered ? seconds : 0;
  else if (status === 'processing' && seconds > 0) facts.durationSeconds = seconds;
  if (voicemail) facts.answeredByMachine = true;
  // Nor is 0 a price of what was not answered: the delivery that tells of such a call has none, and both must say the same.
  if (cost !== null && (cost > 0 || (answered && isOver(conversation)))) facts.cost = { amount: cost, unit: COST_UNIT };
  if (hasAudio) facts.recordingUrl = recordingUrlOf(conversation.id);
  if (transcript !== null) facts.transcript = transcript;
  if (summary !== null) facts.summary = summary;
  if (extracted !== null && answered) facts.extracted = extracted;
  const reason = terminationReason ?? error?.reason ?? null;
  if (reason !== null) facts.reason = reason;
  return facts;
}
