/**
 * The far end of the telephone for a suite, whichever provider is tried: the practice line itself, or a vendor's emulator over it, and
 * the adapter that speaks to it. The truth is the line's in every case: what it was asked to dial, what was up, what became of it.
 */
import type { Clock } from '../../src/main/ports/clock.ts';
import type { Account, ProviderAbilities, TelephonyProvider } from '../../src/main/ports/provider.ts';
import { bolnaProvider } from '../../src/main/telephony/bolna/provider.ts';
import { elevenLabsConversations } from '../../src/main/telephony/elevenlabs/conversations.ts';
import { elevenLabsProvider } from '../../src/main/telephony/elevenlabs/provider.ts';
import type { Fetch } from '../../src/main/telephony/exchange.ts';
import { practiceApi } from '../../src/main/telephony/practice/api.ts';
import { memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { practiceProvider } from '../../src/main/telephony/practice/provider.ts';
import { signalWireProvider } from '../../src/main/telephony/signalwire/provider.ts';
import { DEFAULT_PRACTICE, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { DEFAULT_BOLNA, DEFAULT_ELEVENLABS, DEFAULT_SIGNALWIRE, type SignalWireMode } from '../../src/shared/domain/provider-settings.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { bolnaEmulator } from '../emulators/bolna/emulator.ts';
import { A_BOLNA_AGENT } from '../emulators/bolna/options.ts';
import type { Emulator } from '../emulators/emulator.ts';
import { elevenLabsEmulator } from '../emulators/elevenlabs/emulator.ts';
import { A_SIP_NUMBER, AN_ELEVENLABS_AGENT, DEFAULT_ELEVENLABS_OPTIONS } from '../emulators/elevenlabs/options.ts';
import { signalWireEmulator } from '../emulators/signalwire/emulator.ts';
import { DEFAULT_SPACE } from '../emulators/signalwire/options.ts';

export const PUBLIC_URL = 'https://hooks.example.test';
/** The secret word in the path of the vendors' addresses at the engine. */
export const PATH_SECRET = 'path-secret';
const BOLNA_KEY = 'bn-emulator';
const PRACTICE_KEY = 'key';
const PRACTICE_SECRET = 'secret';
const TIMEOUT_MS = 10_000;

export interface FarEndParts {
  /** The line's and the vendor's own time: the world's. */
  clock: Clock;
  newId: (bytes: number) => string;
  settings: () => PracticeSettings;
  /** Takes a delivery at a whole address, as the listener of an engine would. */
  receive: (request: Request) => Promise<Response>;
  /** No delivery is sent at all: everything is asked for. */
  pollingOnly?: boolean;
  signalWireMode?: SignalWireMode;
  /** Whether the next thing that is read of the vendor is answered by a 500. */
  readFails?: () => boolean;
}

/** What an engine knows of its set-up; the provider lives with the engine, the far end lives on. */
export interface EngineSide {
  clock: Clock;
  publicUrlOf: (reference: string) => string | null;
}

export interface FarEnd {
  name: ProviderName;
  line: PracticeLine;
  /** The adapter, as an engine that has just started has it. */
  provider: (engine: EngineSide) => TelephonyProvider;
  /** The vendor's HTTP interface, as the adapter asks it; of a vendor behind another one, that one's too. */
  handle: Fetch;
  /** What an agent row needs to call through it. */
  agent: AgentOfFarEnd;
  stop(): void;
}

export interface AgentOfFarEnd {
  provider: ProviderName;
  providerAgentId: string;
  callerNumber: string | null;
  options: Record<string, string>;
}

export function openFarEnd(name: ProviderName, parts: FarEndParts): FarEnd {
  let tell: Emulator['tell'] = async () => 503;
  const line = new PracticeLine({
    clock: parts.clock,
    newId: parts.newId,
    journal: memoryJournal(),
    settings: parts.settings(),
    secret: PRACTICE_SECRET,
    send: (webhook) => tell(webhook),
  });
  const made = FAR_ENDS[name](parts, line);
  tell = made.tell;
  return { name, line, ...made, agent: AGENTS[name], stop: () => (made.stop(), line.stop()) };
}

type Made = Omit<FarEnd, 'name' | 'line' | 'agent'> & Pick<Emulator, 'tell'>;

const SIP_ADDRESS = 'sip:+15550100001@sip.rtc.elevenlabs.io:5060;transport=tcp';

/** Agents of the emulated accounts. */
export const AGENTS: Readonly<Record<ProviderName, AgentOfFarEnd>> = {
  practice: { provider: 'practice', providerAgentId: 'practice', callerNumber: null, options: {} },
  bolna: { provider: 'bolna', providerAgentId: A_BOLNA_AGENT.id, callerNumber: null, options: {} },
  elevenlabs: {
    provider: 'elevenlabs',
    providerAgentId: AN_ELEVENLABS_AGENT.id,
    callerNumber: null,
    options: { phoneNumberId: A_SIP_NUMBER.id },
  },
  signalwire: {
    provider: 'signalwire',
    providerAgentId: AN_ELEVENLABS_AGENT.id,
    callerNumber: DEFAULT_SPACE.numbers[0]!.number,
    options: { sipAddress: SIP_ADDRESS },
  },
};

/** Keys of the emulated accounts: what a person types in at the settings. */
export const KEYS = {
  bolna: BOLNA_KEY,
  elevenlabs: DEFAULT_ELEVENLABS_OPTIONS.key,
  elevenlabsWebhook: DEFAULT_ELEVENLABS_OPTIONS.webhookSecret,
  signalwireProject: DEFAULT_SPACE.projectId,
  signalwireToken: DEFAULT_SPACE.token,
  signalwireSigning: DEFAULT_SPACE.signingKey,
} as const;

/** What an adapter says that it can do: tests follow it, and say so in their names. */
export function abilitiesOf(name: ProviderName): Readonly<ProviderAbilities> {
  const clock: Clock = { now: () => 0, monotonic: () => 0, after: () => () => {} };
  const parts: FarEndParts = { clock, newId: () => 'x', settings: () => DEFAULT_PRACTICE, receive: async () => new Response() };
  const farEnd = openFarEnd(name, parts);
  const { can } = farEnd.provider({ clock, publicUrlOf: () => null });
  farEnd.stop();
  return can;
}

const rememberedAccount = () => {
  let known: Account | null = null;
  return { read: () => known, keep: (account: Account) => void (known = account) };
};

const FAR_ENDS: Readonly<Record<ProviderName, (parts: FarEndParts, line: PracticeLine) => Made>> = {
  practice(parts, line) {
    const fetch = practiceApi({ line, key: PRACTICE_KEY });
    return {
      handle: fetch,
      provider: ({ clock }) =>
        practiceProvider({
          fetch: readsFailing(fetch, parts),
          baseUrl: 'http://line',
          key: PRACTICE_KEY,
          secret: PRACTICE_SECRET,
          clock,
          settings: parts.settings,
          timeoutMs: TIMEOUT_MS,
        }),
      async tell({ headers, body }) {
        return (await parts.receive(new Request(`${PUBLIC_URL}/webhooks/practice/events`, { method: 'POST', headers, body }))).status;
      },
      stop() {},
    };
  },

  bolna(parts, line) {
    const webhookUrl = parts.pollingOnly ? null : `${PUBLIC_URL}/webhooks/bolna/${PATH_SECRET}`;
    const agents = [{ ...A_BOLNA_AGENT, webhookUrl, longestSeconds: 3_600 }];
    const emulator = bolnaEmulator({ ...parts, line, post: parts.receive }, { agents, key: BOLNA_KEY });
    const account = rememberedAccount();
    return {
      ...emulatedBy(emulator),
      provider: ({ clock }) =>
        bolnaProvider({
          fetch: readsFailing(emulator.handle, parts),
          clock,
          settings: () => ({ ...DEFAULT_BOLNA, ...limitsOf(parts), timeoutMs: TIMEOUT_MS }),
          key: () => BOLNA_KEY,
          pathSecret: () => PATH_SECRET,
          account,
        }),
    };
  },

  elevenlabs(parts, line) {
    const emulator = elevenLabs(parts, line, true);
    return {
      ...emulatedBy(emulator),
      provider: ({ clock }) => elevenLabsProvider(elevenLabsParts(parts, emulator, clock)),
    };
  },

  signalwire(parts, line) {
    const behind = elevenLabs(parts, line, false);
    const emulator = signalWireEmulator(
      { ...parts, line, post: parts.receive },
      { callsPerSecond: null, behind, agentIds: { [SIP_ADDRESS]: AN_ELEVENLABS_AGENT.id } },
    );
    const account = rememberedAccount();
    const mode = parts.signalWireMode ?? 'swml';
    return {
      handle: (request) => (new URL(request.url).pathname.startsWith('/v1/') ? behind : emulator).handle(request),
      provider: ({ clock, publicUrlOf }) =>
        signalWireProvider({
          fetch: readsFailing(emulator.handle, parts),
          clock,
          settings: () => ({
            ...DEFAULT_SIGNALWIRE,
            ...limitsOf(parts),
            timeoutMs: TIMEOUT_MS,
            baseUrl: 'https://demo.signalwire.test',
            space: 'demo',
            projectId: DEFAULT_SPACE.projectId,
            mode,
          }),
          token: () => DEFAULT_SPACE.token,
          signingKey: () => DEFAULT_SPACE.signingKey,
          pathSecret: () => PATH_SECRET,
          account,
          conversations: elevenLabsConversations(elevenLabsParts(parts, behind, clock)),
          publicUrlOf,
        }),
      // What the network tells is SignalWire's; ElevenLabs tells what was said on the calls that came to it.
      tell: emulator.tell,
      stop() {
        emulator.stop();
        behind.stop();
      },
    };
  },
};

const emulatedBy = (emulator: Emulator) => ({ handle: emulator.handle, tell: emulator.tell, stop: () => emulator.stop() });

function elevenLabs(parts: FarEndParts, line: PracticeLine, tells: boolean) {
  const webhookUrl = tells && !parts.pollingOnly ? `${PUBLIC_URL}/webhooks/elevenlabs/${PATH_SECRET}` : null;
  return elevenLabsEmulator({ ...parts, line, post: parts.receive }, { webhookUrl });
}

function elevenLabsParts(parts: FarEndParts, emulator: ReturnType<typeof elevenLabsEmulator>, clock: Clock) {
  return {
    fetch: readsFailing(emulator.handle, parts),
    clock,
    settings: () => ({ ...DEFAULT_ELEVENLABS, ...limitsOf(parts), timeoutMs: TIMEOUT_MS }),
    key: () => emulator.options.key,
    webhookSecret: () => emulator.options.webhookSecret,
    pathSecret: () => PATH_SECRET,
    account: rememberedAccount(),
  };
}

/** A look-up that a vendor fails to answer says nothing of the call. */
function readsFailing(handle: Fetch, { readFails = () => false }: FarEndParts): Fetch {
  return async (request) => (request.method === 'GET' && readFails() ? Response.json({}, { status: 500 }) : handle(request));
}

/** The line's own limits are the account's: an adapter that keeps them is never refused for them. */
const limitsOf = ({ settings }: FarEndParts) => ({
  callsPerSecond: settings().callsPerSecond ?? 10_000,
  accountLimit: settings().accountLimit,
});
