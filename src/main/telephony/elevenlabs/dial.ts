/** One dial at ElevenLabs: what is sent, and what the answer means (rule 13). */
import type { ElevenLabsMode } from '../../../shared/domain/provider-settings.ts';
import { sleep } from '../../ports/clock.ts';
import type { DialAnswer, DialRequest } from '../../ports/provider.ts';
import { type DialWords, sendDial } from '../dial-answer.ts';
import { type Api, VENDOR } from './api.ts';
import { readError } from './errors.ts';
import { fieldsOf, textOf } from './fields.ts';
import type { LookUps } from './look-up.ts';
import { refusalOf, speaksOfLine } from './refusals.ts';

/** A dial that was taken without the id of its conversation is looked up so often, so far apart. */
const OWN_LOOKS = 2;
const LOOK_AGAIN_MS = 2_000;

/** The variable that carries our reference, beside the user id. */
const REFERENCE = 'call_reference';
const RESERVED = 'system__';

/** Asks for one call, once. */
export async function dial(api: Api, looks: LookUps, mode: ElevenLabsMode, request: DialRequest): Promise<DialAnswer> {
  const numberId = textOf(request.options['phoneNumberId']);
  if (numberId === null) {
    const sentence = `The agent has no number at ${VENDOR} to call from. Choose one in the agent's settings.`;
    return { kind: 'no-call', why: 'wrong-setup', sentence };
  }
  const { clock } = api.parts();
  const claimedAt = clock.now();
  let withoutId = false;
  const words = dialWords(api, request.phone, () => (withoutId = true));
  const answer = await sendDial(
    api.parts(),
    () => api.request('POST', `/${mode}/outbound-call`, newCallOf(request, numberId, mode)),
    words,
  );
  if (!withoutId) return answer;
  for (let look = 0; look < OWN_LOOKS; look++) {
    if (look > 0) await sleep(clock, LOOK_AGAIN_MS);
    const id = await looks.idOf({ ...request, claimedAt });
    if (id !== null) return { kind: 'accepted', providerCallId: id, state: 'initiated' };
  }
  return answer;
}

function newCallOf(
  { reference, phone, providerAgentId, variables, record, ringSeconds }: DialRequest,
  numberId: string,
  mode: ElevenLabsMode,
) {
  return {
    agent_id: providerAgentId,
    agent_phone_number_id: numberId,
    to_number: phone,
    conversation_initiation_client_data: clientData(reference, variables),
    telephony_call_config: { ringing_timeout_secs: ringSeconds },
    ...(mode === 'twilio' ? { call_recording_enabled: record } : {}),
  };
}

/** What the agent is told, and by which a call is found again. The vendor keeps names that begin with `system__` for itself. */
export function clientData(reference: string, variables: Readonly<Record<string, string>>) {
  const allowed = Object.entries(variables).filter(([name]) => !name.toLowerCase().startsWith(RESERVED));
  return { user_id: reference, dynamic_variables: { ...Object.fromEntries(allowed), [REFERENCE]: reference } };
}

/** @param onWithoutId told where the vendor took the dial and did not say which conversation it is. */
function dialWords(api: Api, phone: string, onWithoutId: () => void): DialWords {
  return {
    vendor: VENDOR,
    accepted(body) {
      const told = fieldsOf(body);
      const said = api.said(body);
      const id = textOf(told['conversation_id']);
      const anyId = id ?? textOf(told['callSid']) ?? textOf(told['call_sid']) ?? textOf(told['sip_call_id']);
      if (told['success'] === false) return unsuccessful(body, said, phone, anyId);
      if (id !== null) return { kind: 'accepted', providerCallId: id, state: 'initiated' };
      onWithoutId();
      return { kind: 'ambiguous', sentence: `${VENDOR} took the dial without saying which conversation it is.` };
    },
    refused: (status, body) => refusalOf(status, readError(body), api.said(body), phone),
  };
}

/** `success: false` refuses the dial, unless something in it says that a call was made. */
function unsuccessful(body: unknown, said: string | null, phone: string, anyId: string | null): DialAnswer {
  if (anyId !== null || speaksOfLine(said))
    return {
      kind: 'ambiguous',
      sentence: `${VENDOR} says that the call did not succeed, and may have made it${said === null ? '' : `: ${said}`}.`,
    };
  const { why, sentence } = refusalOf(200, readError(body), said, phone)!;
  return { kind: 'no-call', why, sentence };
}
