/** The providers that the crash runs call over: how an engine is set up for each, and in which words each tells the ends of the line. */
import { changeDialing } from '../../src/main/settings/dialing.ts';
import { changeTelephony } from '../../src/main/settings/telephony.ts';
import type { LineCall } from '../../src/main/telephony/practice/wire.ts';
import type { TelephonyChange } from '../../src/shared/contract/telephony-settings.ts';
import type { SignalWireMode } from '../../src/shared/domain/provider-settings.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { anAdmin, type World } from '../helpers/builders.ts';
import { AGENTS, KEYS, PATH_SECRET, PUBLIC_URL } from '../helpers/far-end.ts';

export interface Way {
  provider: ProviderName;
  /** Of SignalWire. */
  mode?: SignalWireMode;
}

/** Half a second of the machine's time: no answer on loopback takes that long, and one that never comes is given up soon. */
const TIMEOUT_MS = 15_000;
const CALLS_PER_SECOND = 10_000;

/** Sets an installation up for the way: settings and keys, its agents, the secret word and the public address. */
export function setUp(world: World, { provider, mode = 'swml' }: Way, baseUrl: string): void {
  world.agentRow = AGENTS[provider];
  const common = { baseUrl, timeoutMs: TIMEOUT_MS, callsPerSecond: CALLS_PER_SECOND };
  const elevenlabs = { ...common, apiKey: KEYS.elevenlabs, webhookSecret: KEYS.elevenlabsWebhook };
  const changes: Readonly<Record<ProviderName, TelephonyChange>> = {
    practice: {},
    bolna: { bolna: { ...common, apiKey: KEYS.bolna } },
    elevenlabs: { elevenlabs },
    signalwire: {
      elevenlabs,
      signalwire: {
        ...common,
        mode,
        projectId: KEYS.signalwireProject,
        token: KEYS.signalwireToken,
        signingKey: KEYS.signalwireSigning,
      },
    },
  };
  const admin = anAdmin(world, { concurrentCallsLimit: 0 });
  changeTelephony(world, admin, changes[provider]);
  // Who asks a dead engine what to do with a call hangs up: after many deaths that would pause every campaign, as it should in life.
  changeDialing(world, admin, { breaker: { atLeastCalls: 1_000 } });
  world.data.database.write(() => {
    world.data.secrets.writeTx('webhook-path', PATH_SECRET, world.clock.now());
    world.data.settings.writeTx('tunnel', { kind: 'address', address: { url: PUBLIC_URL } }, world.clock.now());
  });
}

/** What a vendor says of a call when it is asked by its id. */
export interface VendorWord {
  /** Our reference where the vendor keeps it, the number that was called where it keeps none; null where it knows no such call. */
  owner: string | null;
  status: string | null;
}

const NOTHING: VendorWord = { owner: null, status: null };

export async function askVendor({ provider, mode }: Way, baseUrl: string, id: string): Promise<VendorWord> {
  const ask = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${baseUrl}${path}`, { headers });
    return answer.ok ? await answer.json() : null;
  };
  switch (provider) {
    case 'practice':
      return NOTHING;
    case 'bolna': {
      const execution = await ask(`/executions/${id}`, { authorization: `Bearer ${KEYS.bolna}` });
      return execution ? { owner: execution.context_details.recipient_data.call_reference, status: execution.status } : NOTHING;
    }
    case 'elevenlabs': {
      const conversation = await ask(`/v1/convai/conversations/${id}`, { 'xi-api-key': KEYS.elevenlabs });
      return conversation ? { owner: conversation.user_id, status: conversation.status } : NOTHING;
    }
    case 'signalwire': {
      const path = mode === 'cxml' ? `/api/laml/2010-04-01/Accounts/${KEYS.signalwireProject}/Calls/${id}` : `/api/voice/logs/${id}`;
      const basic = Buffer.from(`${KEYS.signalwireProject}:${KEYS.signalwireToken}`).toString('base64');
      const call = await ask(path, { authorization: `Basic ${basic}` });
      return call ? { owner: call.to, status: call.status } : NOTHING;
    }
  }
}

/** What the file should tell of a call of the line, in the words that its vendor has for it. */
export interface ToldEnd {
  /** Any of these. */
  statuses: readonly string[];
  seconds: number;
  /** How much the seconds may differ: a vendor that tells whole ones. */
  within: number;
}

const ENDS_OF_THE_LINE: Readonly<Record<string, string>> = {
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'cancelled',
};

export function toldEnd({ provider }: Way, line: LineCall, { status }: VendorWord): ToldEnd {
  const byMachine = line.answered_by === 'machine';
  const end = ENDS_OF_THE_LINE[line.status] ?? (byMachine ? 'voicemail' : line.status);
  const seconds = line.duration_seconds ?? 0;
  if (provider !== 'signalwire') return { statuses: [end], seconds, within: provider === 'practice' ? 0 : 0.5 };
  // The space ends a call as failed that nobody told it what to do with: the engine was dead when it asked.
  // For how long it kept the line open meanwhile is nobody's talk.
  if (status === 'failed' && line.status === 'completed') return { statuses: ['failed'], seconds, within: Number.POSITIVE_INFINITY };
  // Closed without its result, a talk of no seconds looks like none.
  if (end === 'completed' && seconds < 0.5) return { statuses: [end, 'no-answer'], seconds, within: 0.5 };
  // Only ElevenLabs knows of machines, and not of a call that came to it while the engine was dead.
  return { statuses: end === 'voicemail' ? [end, 'completed'] : [end], seconds, within: 0.5 };
}
