/** A space of SignalWire whose answers a test writes itself, and the provider over it. */
import { DEFAULT_SIGNALWIRE, type SignalWireSettings } from '../../src/shared/domain/provider-settings.ts';
import type { Account, DialRequest, RawDelivery } from '../../src/main/ports/provider.ts';
import type { ConversationAnswer, Conversations, SoughtConversation } from '../../src/main/telephony/elevenlabs/conversations.ts';
import type { SignalWireParts } from '../../src/main/telephony/signalwire/parts.ts';
import { signalWireProvider } from '../../src/main/telephony/signalwire/provider.ts';
import { formSignature, jsonSignature } from '../../src/main/telephony/signalwire/signature.ts';
import { A_MONDAY_MORNING, VirtualClock } from './virtual-clock.ts';

export const PROJECT = '11111111-2222-4333-8444-555555555555';
export const PROJECT_PATH = `/api/laml/2010-04-01/Accounts/${PROJECT}`;
export const PUBLIC_URL = 'https://hooks.example.test';
export const SIGNING_KEY = 'PSK_emulator_key';
export const TO = '+15550100002';
export const FROM = '+15550100001';

export interface Sent {
  method: string;
  url: string;
  /** Path and query, decoded. */
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** What is answered: a status with a JSON body, a whole response, or an error of the connection. */
export type Answer = [status: number, body?: unknown, headers?: Record<string, string>] | Response | Error | 'never';

export interface SpaceOptions {
  settings?: Partial<SignalWireSettings>;
  conversations?: Partial<Conversations>;
  parts?: Partial<SignalWireParts>;
}

/** @param answers by method and decoded path without its query; a list is answered one after another, its last again and again. */
export function aSpace(answers: Record<string, Answer | Answer[]> = {}, { settings, conversations, parts }: SpaceOptions = {}) {
  const clock = new VirtualClock();
  const sent: Sent[] = [];
  const sought: SoughtConversation[] = [];
  const kept: { account: Account | null } = { account: null };
  const set: SignalWireSettings = {
    ...DEFAULT_SIGNALWIRE,
    baseUrl: 'https://demo.signalwire.com',
    projectId: PROJECT,
    callerNumber: FROM,
    ...settings,
  };
  const left = new Map(Object.entries(answers).map(([route, answer]) => [route, isList(answer) ? [...answer] : [answer]]));
  const provider = signalWireProvider({
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const body = await request.text();
      const path = decodeURIComponent(pathname + search.replaceAll('+', ' '));
      sent.push({ method: request.method, url: request.url, path, headers: Object.fromEntries(request.headers), body });
      const known = left.get(`${request.method} ${path}`) ?? left.get(`${request.method} ${decodeURIComponent(pathname)}`);
      const answer = (known && known.length > 1 ? known.shift() : known?.[0]) ?? [404, { code: 20404, message: 'Not found', status: 404 }];
      return responseOf(answer, request);
    },
    clock,
    settings: () => set,
    token: () => 'PT_token',
    signingKey: () => SIGNING_KEY,
    pathSecret: () => 'hush',
    account: {
      read: () => kept.account,
      keep(account) {
        kept.account = account;
      },
    },
    conversations: {
      isSetUp: () => false,
      async find(call) {
        sought.push(call);
        return { kind: 'not-found' } satisfies ConversationAnswer;
      },
      register: async () => ({ kind: 'no-answer', sentence: 'not here' }),
      fetchAudio: async () => null,
      ...conversations,
    },
    publicUrlOf: () => PUBLIC_URL,
    ...parts,
  });
  return { provider, clock, sent, sought, kept, settings: set };
}

const isList = (answer: Answer | Answer[]): answer is Answer[] => Array.isArray(answer) && typeof answer[0] !== 'number';

function responseOf(answer: Answer, { signal }: Request): Promise<Response> {
  if (answer === 'never') return new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('aborted'))));
  if (answer instanceof Error) return Promise.reject(answer);
  if (answer instanceof Response) return Promise.resolve(answer.clone());
  const [status, body, headers] = answer;
  const text = typeof body === 'string' ? body : body === undefined ? null : JSON.stringify(body);
  return Promise.resolve(new Response(text, { status, ...(headers ? { headers } : {}) }));
}

export const aDial = (over: Partial<DialRequest> = {}): DialRequest => ({
  reference: 'call_abc',
  phone: TO,
  providerAgentId: 'agent_01ex',
  callerNumber: null,
  variables: { summary: 'name: Mira', next_action: 'Confirm Friday', first_name: 'Mira' },
  record: false,
  ringSeconds: 40,
  longestSeconds: 600,
  options: { sipAddress: 'sip:+15550100001@sip.rtc.elevenlabs.io:5060;transport=tcp' },
  publicUrl: null,
  ...over,
});

export const aHandle = (over: Partial<Parameters<ReturnType<typeof signalWireProvider>['lookUp']>[0]> = {}) => ({
  providerCallId: 'c1' as string | null,
  reference: 'call_abc',
  phone: TO,
  claimedAt: A_MONDAY_MORNING,
  isAnothers: () => false,
  providerAgentId: 'agent_01ex',
  callerNumber: null as string | null,
  ...over,
});

export interface DeliveryOptions {
  key?: string;
  path?: string;
  query?: string;
  /** What is signed, where it is another address than that of the delivery. */
  signedUrl?: string;
  header?: string;
}

const addressOf = ({ path = 'hush/call_abc', query = '', signedUrl }: DeliveryOptions) =>
  signedUrl ?? `${PUBLIC_URL}/webhooks/signalwire/${path}${query}`;

/** A form as SignalWire signs it. */
export function aForm(fields: Record<string, string>, options: DeliveryOptions = {}): RawDelivery {
  const signature = formSignature(options.key ?? SIGNING_KEY, addressOf(options), Object.entries(fields));
  return raw(new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded', signature, options);
}

/** JSON as SignalWire signs it. */
export function aJson(value: unknown, options: DeliveryOptions = {}): RawDelivery {
  const body = typeof value === 'string' ? value : JSON.stringify(value);
  const signature = jsonSignature(options.key ?? SIGNING_KEY, addressOf(options), new TextEncoder().encode(body));
  return raw(body, 'application/json', signature, options);
}

export const raw = (
  body: string,
  type: string,
  signature: string,
  { path = 'hush/call_abc', query, header = 'x-signalwire-signature' }: DeliveryOptions,
): RawDelivery => ({
  path,
  ...(query === undefined ? {} : { query }),
  headers: { 'content-type': type, [header]: signature },
  body: new TextEncoder().encode(body),
  receivedAt: A_MONDAY_MORNING,
});
