/**
 * Deliveries of every provider as a test sends them to a real listener: right ones, and what a forger makes of them. Each kind of
 * signature is made by the emulators' own code, not by the adapters'.
 */
import { signDelivery, SIGNATURE_HEADER as LINE_SIGNATURE } from '../../src/main/telephony/practice/signature.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { SIGNATURE_HEADER as ELEVENLABS_SIGNATURE, signatureOf } from '../emulators/elevenlabs/webhooks.ts';
import { SIGNATURE_HEADER as SIGNALWIRE_SIGNATURE, signForm } from '../emulators/signalwire/signatures.ts';
import { KEYS, PATH_SECRET, PUBLIC_URL } from './far-end.ts';

export const LINE_SECRET = 'a-secret';

/** What a delivery says: that the call ended, unless it says something else. */
export interface Says {
  providerCallId: string;
  /** Our own id of the call. */
  reference: string;
}

export interface Delivered {
  /** The whole target of the request. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** The address at which each provider's deliveries of a call arrive. */
export const pathOf = (provider: ProviderName, reference: string): string =>
  provider === 'practice'
    ? '/webhooks/practice/events'
    : provider === 'signalwire'
      ? `/webhooks/signalwire/${PATH_SECRET}/${reference}`
      : `/webhooks/${provider}/${PATH_SECRET}`;

/** The body by which each provider tells that a call is over. */
export const BODIES: Readonly<Record<ProviderName, (says: Says) => string>> = {
  practice: ({ providerCallId: id, reference }) =>
    JSON.stringify({
      event_id: `${id}:9`,
      sequence: 9,
      call: { id, reference, status: 'completed', to: '+15550100002', duration_seconds: 31, answered_by: 'human' },
    }),
  bolna: ({ providerCallId: id, reference }) =>
    JSON.stringify({
      id,
      status: 'completed',
      conversation_duration: 31,
      total_cost: 2,
      transcript: 'assistant: Hello.\nuser: Yes.\n',
      telephony_data: { duration: '31', to_number: '+15550100002', call_type: 'outbound', hangup_by: 'Callee' },
      context_details: { recipient_data: { call_reference: reference } },
    }),
  elevenlabs: ({ providerCallId, reference }) =>
    JSON.stringify({
      type: 'post_call_transcription',
      event_timestamp: 1_772_442_000,
      data: {
        agent_id: 'agent_01ex',
        conversation_id: providerCallId,
        status: 'done',
        user_id: reference,
        transcript: [{ role: 'user', message: 'Yes.', time_in_call_secs: 2 }],
        metadata: { start_time_unix_secs: 1_772_442_000, accepted_time_unix_secs: 1_772_442_004, call_duration_secs: 31, cost: 20 },
        analysis: { transcript_summary: 'Said yes.' },
        conversation_initiation_client_data: { dynamic_variables: { call_reference: reference } },
      },
    }),
  signalwire: ({ providerCallId }) =>
    new URLSearchParams({
      CallSid: providerCallId,
      CallStatus: 'busy',
      SequenceNumber: '7',
      Timestamp: new Date(1_772_442_031_000).toUTCString(),
    }).toString(),
};

export interface SigningOptions {
  /** UTC milliseconds of the signature, where it carries a time. */
  at: number;
  /** Signed with another secret than ours. */
  wrongKey?: boolean;
}

/** The headers that prove a body. Bolna's deliveries carry none. */
export function signed(
  provider: ProviderName,
  path: string,
  body: string,
  { at, wrongKey = false }: SigningOptions,
): Record<string, string> {
  const key = (ours: string) => (wrongKey ? `not ${ours}` : ours);
  const json = { 'content-type': 'application/json' };
  switch (provider) {
    case 'practice':
      return { ...json, [LINE_SIGNATURE]: signDelivery(key(LINE_SECRET), new TextEncoder().encode(body), at) };
    case 'bolna':
      return json;
    case 'elevenlabs':
      return { ...json, [ELEVENLABS_SIGNATURE]: signatureOf(key(KEYS.elevenlabsWebhook), Math.floor(at / 1000), body) };
    case 'signalwire':
      return {
        'content-type': 'application/x-www-form-urlencoded',
        [SIGNALWIRE_SIGNATURE]: signForm(key(KEYS.signalwireSigning), `${PUBLIC_URL}${path}`, [...new URLSearchParams(body)]),
      };
  }
}

/** The delivery as its provider sends it. */
export function aDelivery(provider: ProviderName, says: Says, at: number): Delivered {
  const path = pathOf(provider, says.reference);
  const body = BODIES[provider](says);
  return { path, body, headers: signed(provider, path, body, { at }) };
}
