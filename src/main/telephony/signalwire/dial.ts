/** One dial, in the way that is set; what must be set for it is asked before anything is sent. */
import type { CallHandle, DialAnswer, DialRequest } from '../../ports/provider.ts';
import { type DialWords, sendDial } from '../dial-answer.ts';
import type { Conversations } from '../elevenlabs/conversations.ts';
import { ourAddresses, sipUri } from './addresses.ts';
import { cxmlDial } from './cxml.ts';
import { refusedDial } from './errors.ts';
import { objectOf, textOf } from './fields.ts';
import type { SignalWireParts } from './parts.ts';
import { CALLING_PATH, type Space, VENDOR } from './space.ts';
import { stateOf } from './states.ts';
import { swmlDial } from './swml.ts';

type Parts = Pick<SignalWireParts, 'settings' | 'signingKey' | 'pathSecret' | 'conversations'>;

const wrongSetUp = (sentence: string): DialAnswer => ({ kind: 'no-call', why: 'wrong-setup', sentence });

/** Asks for one call, once. */
export async function dial(parts: Parts, space: Space, request: DialRequest): Promise<DialAnswer> {
  const missing = space.missing();
  if (missing !== null) return wrongSetUp(missing);
  const from = callerOf(parts, request);
  if (from === null)
    return wrongSetUp(`${VENDOR} needs a number to call from. Set one with the agent, or one for all in Settings → Telephony.`);
  return parts.settings().mode === 'cxml' ? dialCxml(parts, space, request, from) : dialSwml(parts, space, request, from);
}

/** The number that is called from: the agent's own, else the one for all; null where there is neither. */
export function callerOf({ settings }: Pick<Parts, 'settings'>, { callerNumber }: Pick<CallHandle, 'callerNumber'>): string | null {
  return callerNumber || settings().callerNumber || null;
}

async function dialSwml({ pathSecret }: Parts, space: Space, request: DialRequest, from: string): Promise<DialAnswer> {
  const sip = sipUri(request.options['sipAddress']);
  if (sip === null) return wrongSetUp(NO_SIP);
  const deliveries = request.publicUrl === null ? null : ourAddresses(request.publicUrl, pathSecret(), request.reference).deliveries;
  const body = { json: swmlDial({ request, from, sip, deliveries }) };
  return sendDial(space.parts(), () => space.request('POST', CALLING_PATH, body), words('id'));
}

async function dialCxml(parts: Parts, space: Space, request: DialRequest, from: string): Promise<DialAnswer> {
  if (request.publicUrl === null)
    return wrongSetUp(
      `With this way ${VENDOR} asks us what to do, which needs a tunnel. Open one in Settings → Webhook tunnel, or choose the way that needs none.`,
    );
  if (!parts.signingKey()) return wrongSetUp(NO_SIGNING_KEY);
  if (!hasAgent(parts.conversations, request)) return wrongSetUp(NO_SIP);
  const ours = ourAddresses(request.publicUrl, parts.pathSecret(), request.reference);
  const body = { form: cxmlDial(request, from, ours) };
  return sendDial(space.parts(), () => space.request('POST', space.project('/Calls'), body), words('sid'));
}

/** Whether there is anything that the call can be connected to once it is answered. */
export const hasAgent = (conversations: Conversations, { providerAgentId, options }: Pick<DialRequest, 'providerAgentId' | 'options'>) =>
  sipUri(options['sipAddress']) !== null || (conversations.isSetUp() && providerAgentId !== '');

export const NO_SIP =
  'The agent has no SIP address that can be called. Set that of its number with the agent, as sip:+15550100001@sip.rtc.elevenlabs.io:5060;transport=tcp.';
export const NO_SIGNING_KEY = `With this way ${VENDOR} asks us what to do, and without its signing key nobody could tell that it was ${VENDOR} that asked. Copy the project’s signing key to Settings → Telephony.`;

/** @param idField of the call in the answer. */
const words = (idField: 'id' | 'sid'): DialWords => ({
  vendor: VENDOR,
  accepted(body) {
    const call = objectOf(body);
    const id = textOf(call?.[idField]);
    return id === null ? null : { kind: 'accepted', providerCallId: id, state: stateOf(call?.['status']) };
  },
  refused: refusedDial,
});
