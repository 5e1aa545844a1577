/** The settings of the providers: stored in part, read whole. Their keys are sealed and never read back (`vendor-keys.ts`). */
import {
  PracticeLineChange,
  type PracticeLine,
  type ProviderAccount,
  type Telephony,
  type TelephonyChange,
} from '../../shared/contract/telephony-settings.ts';
import { badInput } from '../../shared/domain/app-error.ts';
import { DEFAULT_PRACTICE } from '../../shared/domain/practice-settings.ts';
import {
  type BolnaSettings,
  DEFAULT_BOLNA,
  DEFAULT_ELEVENLABS,
  DEFAULT_SIGNALWIRE,
  type ElevenLabsSettings,
  type SignalWireSettings,
  type Vendor,
} from '../../shared/domain/provider-settings.ts';
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { Account } from '../ports/provider.ts';
import { mustBeAdmin } from './must-be-admin.ts';
import { changeKeyTx } from './vendor-keys.ts';

/** How long the engine waits for the practice line's answer. */
export const PRACTICE_TIMEOUT_MS = 10_000;

const keyOf = (provider: ProviderName) => `telephony.${provider}`;
const accountKeyOf = (vendor: Vendor) => `telephony.account.${vendor}`;

/** How the practice line behaves now; what was never set has its default. */
export function practiceSettings({ data }: Pick<Parts, 'data'>): PracticeLine {
  const stored = PracticeLineChange.safeParse(data.settings.read(keyOf('practice')) ?? {});
  return mergePractice({ ...DEFAULT_PRACTICE, timeoutMs: PRACTICE_TIMEOUT_MS }, stored.success ? stored.data : {});
}

/** Without its key. */
export function bolnaSettings({ data }: Pick<Parts, 'data'>): BolnaSettings {
  return { ...DEFAULT_BOLNA, ...(data.settings.read(keyOf('bolna')) as Partial<BolnaSettings> | undefined) };
}

/** Without its keys, as it was set: where no address was given, `signalWireAddress` tells it. */
export function signalWireSettings({ data }: Pick<Parts, 'data'>): SignalWireSettings {
  return { ...DEFAULT_SIGNALWIRE, ...(data.settings.read(keyOf('signalwire')) as Partial<SignalWireSettings> | undefined) };
}

/** Where SignalWire answers for this space; empty while neither is known. */
export function signalWireAddress({ baseUrl, space }: SignalWireSettings): string {
  if (baseUrl !== '') return baseUrl;
  return space === '' ? '' : `https://${space}.signalwire.com`;
}

/** Without its keys. */
export function elevenLabsSettings({ data }: Pick<Parts, 'data'>): ElevenLabsSettings {
  return { ...DEFAULT_ELEVENLABS, ...(data.settings.read(keyOf('elevenlabs')) as Partial<ElevenLabsSettings> | undefined) };
}

/** What the account last said of itself. */
export function keptAccount({ data }: Pick<Parts, 'data'>, vendor: Vendor): Account | null {
  return (data.settings.read(accountKeyOf(vendor)) as Account | undefined) ?? null;
}

/** Keeps what the account said; a store that cannot write now is told of by what has to be written. */
export function keepAccount({ data, clock }: Pick<Parts, 'data' | 'clock'>, vendor: Vendor, account: Account): void {
  const known = keptAccount({ data }, vendor);
  if (known?.name === account.name && known.limit === account.limit) return;
  data.database.write(() => data.settings.writeTx(accountKeyOf(vendor), account, clock.now()));
}

/** Whether all is set that a call of this vendor needs. */
export function isSetUp(parts: Pick<Parts, 'data'>, vendor: Vendor): boolean {
  const { secrets } = parts.data;
  switch (vendor) {
    case 'bolna':
      return secrets.has('bolna-key');
    case 'elevenlabs':
      return secrets.has('elevenlabs-key');
    case 'signalwire': {
      const settings = signalWireSettings(parts);
      return secrets.has('signalwire-token') && settings.projectId !== '' && signalWireAddress(settings) !== '';
    }
  }
}

/** All providers, without their keys. Admins only. */
export function readTelephony(parts: Pick<Parts, 'data'>, actor: Actor): Telephony {
  mustBeAdmin(actor);
  const { secrets } = parts.data;
  const common = (vendor: Vendor): { isSetUp: boolean; account: ProviderAccount | null } => ({
    isSetUp: isSetUp(parts, vendor),
    account: keptAccount(parts, vendor),
  });
  return {
    practice: practiceSettings(parts),
    bolna: { ...bolnaSettings(parts), ...common('bolna'), apiKeySet: secrets.has('bolna-key') },
    signalwire: {
      ...signalWireSettings(parts),
      ...common('signalwire'),
      tokenSet: secrets.has('signalwire-token'),
      signingKeySet: secrets.has('signalwire-signing-key'),
    },
    elevenlabs: {
      ...elevenLabsSettings(parts),
      ...common('elevenlabs'),
      apiKeySet: secrets.has('elevenlabs-key'),
      webhookSecretSet: secrets.has('elevenlabs-webhook-secret'),
    },
  };
}

/**
 * Changes some of the settings; the others stay. Admins only.
 * @throws AppError `no_outcome` where every outcome of the practice line would weigh nothing.
 */
export function changeTelephony(
  parts: Pick<Parts, 'data' | 'secrets' | 'clock' | 'log'>,
  actor: Actor,
  change: TelephonyChange,
): Telephony {
  mustBeAdmin(actor);
  return parts.data.database.write(() => {
    if (change.practice) changePracticeTx(parts, change.practice);
    if (change.bolna) {
      const { apiKey, ...rest } = change.bolna;
      changeKeyTx(parts, 'bolna-key', apiKey);
      if (apiKey !== undefined) forgetAccountTx(parts, 'bolna');
      mergeTx(parts, 'bolna', bolnaSettings(parts), rest);
    }
    if (change.signalwire) {
      const { token, signingKey, ...rest } = change.signalwire;
      changeKeyTx(parts, 'signalwire-token', token);
      if (token !== undefined || rest.projectId !== undefined) forgetAccountTx(parts, 'signalwire');
      changeKeyTx(parts, 'signalwire-signing-key', signingKey);
      mergeTx(parts, 'signalwire', signalWireSettings(parts), rest);
    }
    if (change.elevenlabs) {
      const { apiKey, webhookSecret, ...rest } = change.elevenlabs;
      changeKeyTx(parts, 'elevenlabs-key', apiKey);
      if (apiKey !== undefined) forgetAccountTx(parts, 'elevenlabs');
      changeKeyTx(parts, 'elevenlabs-webhook-secret', webhookSecret);
      mergeTx(parts, 'elevenlabs', elevenLabsSettings(parts), rest);
    }
    return readTelephony(parts, actor);
  });
}

/** Another key may be of another account: what the last one said holds no more. */
function forgetAccountTx({ data }: ChangeParts, vendor: Vendor): void {
  data.settings.removeTx(accountKeyOf(vendor));
}

type ChangeParts = Pick<Parts, 'data' | 'clock'>;

function changePracticeTx(parts: ChangeParts, change: PracticeLineChange): void {
  const practice = mergePractice(practiceSettings(parts), change);
  if (Object.values(practice.outcomes).every((weight) => weight === 0)) {
    throw badInput('no_outcome', 'Give at least one outcome of the practice line a weight above 0.', {
      details: [{ path: 'practice.outcomes', message: 'At least one weight must be above 0.' }],
    });
  }
  parts.data.settings.writeTx(keyOf('practice'), practice, parts.clock.now());
}

function mergeTx({ data, clock }: ChangeParts, vendor: Vendor, current: object, change: object): void {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  data.settings.writeTx(keyOf(vendor), { ...current, ...given }, clock.now());
}

function mergePractice(current: PracticeLine, change: PracticeLineChange): PracticeLine {
  const { outcomes, faults, ...rest } = change;
  return { ...current, ...rest, outcomes: { ...current.outcomes, ...outcomes }, faults: { ...current.faults, ...faults } } as PracticeLine;
}
