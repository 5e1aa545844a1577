/** ElevenLabs as a list of answers: what is asked is kept, and each route answers as the test says. No sockets. */
import { DEFAULT_ELEVENLABS, type ElevenLabsSettings } from '../../src/shared/domain/provider-settings.ts';
import type { Account, CallHandle, DialRequest } from '../../src/main/ports/provider.ts';
import type { ElevenLabsParts } from '../../src/main/telephony/elevenlabs/api.ts';
import { A_MONDAY_MORNING, VirtualClock } from './virtual-clock.ts';

export const KEY = 'sk_0123456789abcdef';
const BASE = 'https://api.example.test';

export interface Asked {
  method: string;
  /** Path and query behind the address of the interface. */
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Called with the request and how often this route was asked before. */
type Route = (asked: Asked, before: number) => Response | Promise<Response>;

/** @param routes `METHOD /path` without the query → its answer. What is not named answers 404. */
export function anElevenLabs(
  routes: Record<string, Route | Response>,
  changed: { settings?: Partial<ElevenLabsSettings>; key?: string; webhookSecret?: string | null; account?: Account } = {},
) {
  const asked: Asked[] = [];
  const times = new Map<string, number>();
  let account: Account | null = changed.account ?? null;
  const clock = new VirtualClock();
  const parts: ElevenLabsParts = {
    clock,
    settings: () => ({ ...DEFAULT_ELEVENLABS, baseUrl: BASE, ...changed.settings }),
    key: () => changed.key ?? KEY,
    webhookSecret: () => (changed.webhookSecret === undefined ? 'wsec_emulator_secret' : changed.webhookSecret),
    pathSecret: () => 'word',
    account: { read: () => account, keep: (told) => (account = told) },
    async fetch(request) {
      const { origin, pathname, search } = new URL(request.url);
      const text = await request.text();
      const one: Asked = {
        method: request.method,
        path: `${origin === BASE ? '' : origin}${pathname}${search}`,
        headers: Object.fromEntries(request.headers),
        body: text === '' ? null : (JSON.parse(text) as unknown),
      };
      asked.push(one);
      const name = `${request.method} ${origin === BASE ? '' : origin}${pathname}`;
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      const route = routes[name];
      if (route === undefined) return json(404, { detail: { status: 'not_found', message: 'No such thing' } });
      return route instanceof Response ? route.clone() : route(one, before);
    },
  };
  return { parts, clock, asked, account: () => account, paths: () => asked.map(({ method, path }) => `${method} ${path}`) };
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}) => Response.json(body, { status, headers });

export const aDial = (changed: Partial<DialRequest> = {}): DialRequest => ({
  reference: 'call_1',
  phone: '+15550100002',
  providerAgentId: 'agent_1',
  callerNumber: null,
  variables: { first_name: 'Mira', summary: 'name: Mira' },
  record: true,
  ringSeconds: 30,
  longestSeconds: 600,
  options: { phoneNumberId: 'phnum_1' },
  publicUrl: null,
  ...changed,
});

export const aHandle = (changed: Partial<CallHandle> = {}): CallHandle => ({
  providerCallId: null,
  reference: 'call_1',
  phone: '+15550100002',
  claimedAt: A_MONDAY_MORNING,
  isAnothers: () => false,
  providerAgentId: 'agent_1',
  callerNumber: null,
  ...changed,
});

const STARTED = A_MONDAY_MORNING / 1000 + 1;

/** A talk of 27 seconds that is over and evaluated; `metadata` is laid over, the rest replaced. */
export function aConversation(changed: Record<string, unknown> = {}): Record<string, unknown> {
  const { metadata, ...rest } = changed;
  return {
    agent_id: 'agent_1',
    conversation_id: 'conv_1',
    status: 'done',
    user_id: 'call_1',
    has_audio: true,
    transcript: [
      { role: 'agent', message: 'Hello Mira', time_in_call_secs: 0, tool_calls: [], tool_results: [] },
      { role: 'user', message: 'Yes?', time_in_call_secs: 3 },
    ],
    metadata: {
      start_time_unix_secs: STARTED,
      accepted_time_unix_secs: STARTED + 6,
      call_duration_secs: 27,
      cost: 310,
      termination_reason: '',
      error: null,
      phone_call: {
        type: 'sip_trunking',
        direction: 'outbound',
        agent_number: '+15550100001',
        external_number: '+15550100002',
        call_sid: 'SCL_1',
      },
      ...(metadata as Record<string, unknown> | undefined),
    },
    analysis: {
      call_successful: 'success',
      transcript_summary: 'Visit confirmed.',
      evaluation_criteria_results: { confirmed: { criteria_id: 'confirmed', result: 'success', rationale: 'said so' } },
      data_collection_results: { day: { data_collection_id: 'day', value: 'Friday', rationale: 'said so' } },
    },
    conversation_initiation_client_data: { dynamic_variables: { first_name: 'Mira', call_reference: 'call_1' } },
    ...rest,
  };
}

/** One that nobody answered, with nothing said of why. */
export const anUnanswered = (changed: Record<string, unknown> = {}) => {
  const { metadata, ...rest } = changed;
  return aConversation({
    has_audio: false,
    transcript: [],
    analysis: null,
    metadata: { accepted_time_unix_secs: null, call_duration_secs: 0, cost: 0, ...(metadata as object | undefined) },
    ...rest,
  });
};
