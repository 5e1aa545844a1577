/** The event of a call that nobody answered, as two independent observers of the vendor describe it. */
import type { LineCall, LineStatus } from '../../../src/main/telephony/practice/wire.ts';
import type { Fields } from '../routes.ts';
import { SIP_ANSWERS } from './conversation-body.ts';
import type { Conversation } from './conversations.ts';
import type { ElevenLabsOptions } from './options.ts';

const REASONS: Readonly<Partial<Record<LineStatus, string>>> = { busy: 'busy', 'no-answer': 'no-answer' };

/** The event's data; null where the call did not fail. */
export function failureOf(conversation: Conversation, call: LineCall, { failureBodyLeftOut }: ElevenLabsOptions): Fields | null {
  const answer = SIP_ANSWERS[call.status];
  if (!answer) return null;
  const { id, agentId, way, callSid, agentNumber, externalNumber } = conversation;
  const body =
    way === 'twilio'
      ? { CallSid: callSid, CallStatus: call.status, To: externalNumber, From: agentNumber }
      : { sip_status_code: answer[0], error_reason: answer[1] };
  return {
    agent_id: agentId,
    conversation_id: id,
    failure_reason: REASONS[call.status] ?? 'unknown',
    metadata: { type: way === 'twilio' ? 'twilio' : 'sip', ...(!failureBodyLeftOut && { body }) },
  };
}
