/** Bolna's adapter over answers that a test writes by hand, with every request as it was sent. */
import { bolnaProvider } from '../../src/main/telephony/bolna/provider.ts';
import type { BolnaParts } from '../../src/main/telephony/bolna/parts.ts';
import type { Account, CallHandle, DialRequest } from '../../src/main/ports/provider.ts';
import { DEFAULT_BOLNA } from '../../src/shared/domain/provider-settings.ts';
import { VirtualClock } from './virtual-clock.ts';

export const BOLNA_KEY = 'bn-EXAMPLE0001';
export const PATH_SECRET = 'quiet-harbour-42';
export const AGENT_ID = '5f0c1d2e-1111-4222-8333-944455556666';
export const EXECUTION_ID = '0d7e5a10-aaaa-4bbb-8ccc-1234567890ab';
export const PHONE = '+15550100002';

export interface Sent {
  method: string;
  /** Path and query. */
  path: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** JSON with a status; a `Response` as it is; 'silence' for no answer at all, an Error for a connection that fails. */
export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | Response | 'silence' | Error;

/** @param answer is given each request; a list is answered one by one, and asking for more than it has is an error. */
export function bolnaWith(answer: readonly Reply[] | ((sent: Sent) => Reply), given: Partial<BolnaParts> = {}) {
  const clock = new VirtualClock();
  const sent: Sent[] = [];
  const waiting = typeof answer === 'function' ? null : [...answer];
  const memory: { account: Account | null } = { account: null };
  const parts: BolnaParts = {
    async fetch(request) {
      const body = await request.text();
      const { pathname, search } = new URL(request.url);
      const headers = Object.fromEntries(request.headers);
      const one = { method: request.method, path: `${pathname}${search}`, url: request.url, headers, body: body ? JSON.parse(body) : null };
      sent.push(one);
      const reply = waiting === null ? (answer as (sent: Sent) => Reply)(one) : waiting.shift();
      if (reply === undefined) throw new Error(`nothing is written for ${one.method} ${one.path}`);
      if (reply === 'silence') return new Promise<Response>(() => {});
      if (reply instanceof Error) throw reply;
      if (reply instanceof Response) return reply;
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status ?? 200,
        headers: { date: new Date(clock.world.now()).toUTCString(), ...reply.headers },
      });
    },
    clock,
    settings: () => DEFAULT_BOLNA,
    key: () => BOLNA_KEY,
    pathSecret: () => PATH_SECRET,
    account: { read: () => memory.account, keep: (account) => void (memory.account = account) },
    ...given,
  };
  return { provider: bolnaProvider(parts), sent, clock, memory };
}

export const aDial = (given: Partial<DialRequest> = {}): DialRequest => ({
  reference: 'call_1',
  phone: PHONE,
  providerAgentId: AGENT_ID,
  callerNumber: null,
  variables: { first_name: 'Mira' },
  record: true,
  ringSeconds: 45,
  longestSeconds: 3600,
  options: {},
  publicUrl: 'https://example.invalid',
  ...given,
});

export const aHandle = (clock: VirtualClock, given: Partial<CallHandle> = {}): CallHandle => ({
  providerCallId: EXECUTION_ID,
  reference: 'call_1',
  phone: PHONE,
  claimedAt: clock.now(),
  isAnothers: () => false,
  providerAgentId: AGENT_ID,
  callerNumber: null,
  ...given,
});

/** An execution as Bolna answers it at the end of a call, with timestamps that carry no zone. */
export const anExecution = (given: Record<string, unknown> = {}) => ({
  id: EXECUTION_ID,
  agent_id: AGENT_ID,
  batch_id: null,
  status: 'completed',
  error_message: null,
  conversation_duration: 27.2,
  total_cost: 3.1,
  transcript: 'assistant: Hello Mira.\nuser: Yes, speaking.\n',
  summary: 'Mira confirmed the visit.',
  extracted_data: { General: { 'Call Summary': { subjective: 'Confirmed for Friday.', confidence_label: 'High' } } },
  answered_by_voice_mail: false,
  created_at: '2026-03-02T09:00:04.120033',
  updated_at: '2026-03-02T09:00:40.500512',
  scheduled_at: null,
  user_number: PHONE,
  agent_number: '+15550100001',
  provider: 'plivo',
  telephony_data: {
    duration: '31',
    to_number: PHONE,
    recording_url: 'https://example.invalid/rec/0d7e5a10.mp3',
    call_type: 'outbound',
    hangup_by: 'Callee',
    hangup_reason: 'Normal Hangup',
    hangup_provider_code: 4000,
  },
  transfer_call_data: null,
  context_details: { recipient_data: { first_name: 'Mira', call_reference: 'call_1' }, recipient_phone_number: PHONE },
  extraction_webhook_status: null,
  ...given,
});
