/** The providers that the crash runs call over: how an engine is set up for each, and in which words each tells the ends of the line. */
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
  changeTelephony(world, anAdmin(world, { concurrentCallsLimit: 0 }), changes[provider]);
  world.data.database.write(() => {
    world.data.secrets.writeTx('webhook-path', PATH_SECRET, world.clock.now());
    world.data.settings.writeTx('tunnel', { kind: 'address', address: { url: PUBLIC_URL } }, world.clock.now());
  });
}

/** What the file should tell of a call of the line, in the words that its vendor has for it. */
export interface ToldEnd {
  /** Any of these. */
  statuses: readonly string[];
  seconds: number;
  /** How much the seconds may differ: a vendor that tells whole ones. */
  within: number;
}

const ENDS_OF_THE_LINE: Readonly<Record<string, string>> = { busy: 'busy', 'no-answer': 'no-answer', failed: 'failed', canceled: 'cancelled' };

export function toldEnd({ provider }: Way, line: LineCall): ToldEnd {
  const end = ENDS_OF_THE_LINE[line.status] ?? (line.answered_by === 'machine' ? 'voicemail' : line.status);
  const seconds = line.duration_seconds ?? 0;
  return { statuses: [end], seconds, within: provider === 'practice' ? 0 : 0.5 };
}

/**
 * Whose call the vendor says an id is: our reference where the vendor keeps it, the number that was called where it keeps none.
 * Null where it knows no such call.
 */
export async function ownerOf({ provider, mode }: Way, baseUrl: string, id: string): Promise<string | null> {
  const ask = async (path: string, headers: Record<string, string>) => {
    const answer = await fetch(`${baseUrl}${path}`, { headers });
    // oxlint-disable-next-line typescript/no-explicit-any
    return answer.ok ? ((await answer.json()) as any) : null;
  };
  const basic = { authorization: `Basic ${Buffer.from(`${KEYS.signalwireProject}:${KEYS.signalwireToken}`).toString('base64')}` };
  switch (provider) {
    case 'practice':
      return null;
    case 'bolna':
      return (await ask(`/executions/${id}`, { authorization: `Bearer ${KEYS.bolna}` }))?.context_details.recipient_data.call_reference ?? null;
    case 'elevenlabs':
      return (await ask(`/v1/convai/conversations/${id}`, { 'xi-api-key': KEYS.elevenlabs }))?.user_id ?? null;
    case 'signalwire': {
      const path = mode === 'cxml' ? `/api/laml/2010-04-01/Accounts/${KEYS.signalwireProject}/Calls/${id}` : `/api/voice/logs/${id}`;
      return (await ask(path, basic))?.to ?? null;
    }
  }
}
