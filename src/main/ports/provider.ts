import type { CallState, ProviderName } from '../../shared/domain/states.ts';

/**
 * What the engine asks of a telephony provider. Everything that knows a vendor stands behind it, in `telephony/`.
 * No function throws for what a provider answers or fails to answer: that is told in the result.
 */
export interface TelephonyProvider {
  readonly name: ProviderName;
  /** What the provider can do; screens show buttons and rules take ways accordingly. */
  readonly can: Readonly<ProviderAbilities>;
  /** The account that calls are made with now: a name or an id, kept with each call. Never a key. */
  account?(): string | null;
  /** Most calls up that the account allows, as far as it is known. */
  accountLimit(): number | null;
  /** Takes one rate token if there is one. A token is a condition of the claim, so nothing claimed ever waits. */
  takeRateToken(now: number): boolean;
  /** Instant of the next token, where `takeRateToken` refused. */
  nextRateTokenAt(now: number): number;
  /** How far our clock is ahead of the provider's, from the `Date` of its answers; null while unknown. */
  clockOffsetMs?(): number | null;
  /** Asks for one call. Never repeated by anyone: see rule 13 for what each answer means. */
  dial(request: DialRequest): Promise<DialAnswer>;
  /** Asks what became of a call, by the provider's id or else by our reference. */
  lookUp(call: CallHandle): Promise<LookUpAnswer>;
  /** Ends a call that is up. */
  hangUp(call: CallHandle): Promise<StopAnswer>;
  /** Takes back a call that the provider has accepted but not begun to dial. */
  withdraw(call: CallHandle): Promise<StopAnswer>;
  /** Verifies and reads one delivery, in memory. */
  readDelivery(delivery: RawDelivery): DeliveryReading;
  /** Whether deliveries tell how such a call goes on; where they do not, it is asked about more often. They do where it does not say. */
  tellsProgress?(call: { publicUrl: string | null; providerAgentId: string }): boolean;
  /** What of one call may differ from its agent's set-up; both may where it does not say. */
  takesPerCall?(): { callerNumber: boolean; record: boolean };
  /** Longest delivery to this path that is taken, in bytes; 1 MB where it does not say. */
  deliveryLimit?(path: string): number;
  /** Answers what the provider asks us to do with a call (a document of instructions); null where it asks nothing. */
  instruct?(question: RawDelivery): Promise<Instruction | null>;
  /** The recording of a call, fetched with the provider's key; `range` is an HTTP range header. Null where there is none. */
  fetchRecording(recordingUrl: string, range: string | null): Promise<RecordingPart | null>;
  /** What can be read and tried of the account, beside calls. */
  readonly desk?: ProviderDesk;
}

/** The account at a provider: what set-up and settings ask of it. */
export interface ProviderDesk {
  /** The agents of the account. */
  agents(): Promise<Told<readonly ProviderAgent[]>>;
  /** The numbers that the account may call from. */
  numbers(): Promise<Told<readonly ProviderNumber[]>>;
  /** What the account allows now; `accountLimit` answers by it from then on. */
  readAccount(): Promise<Told<Account>>;
  /** Tries what can be tried without a call, for this agent where one is given, and says what works, in words. */
  test(agent: AgentSetUp | null): Promise<readonly Finding[]>;
  /** Where the agent's deliveries go, for a provider that keeps that with its agent. */
  agentWebhook?: {
    read(providerAgentId: string): Promise<Told<string | null>>;
    set(providerAgentId: string, url: string | null): Promise<Told<null>>;
    /** The address that deliveries of this provider should have behind the public address. */
    urlAt(publicUrl: string): string;
  };
}

/** What the provider told, or why it told nothing. */
export type Told<T> = { kind: 'told'; value: T } | { kind: 'no-answer'; sentence: string };

export interface ProviderAgent {
  id: string;
  name: string;
}

export interface ProviderNumber {
  /** E.164. */
  number: string;
  /** The provider's own id of the number, where dials need it. */
  id: string | null;
  label: string | null;
  /** The provider's id of the agent that the number belongs to. */
  agentId: string | null;
}

export interface Account {
  /** What identifies the account, kept with its calls: a name or an id, never a key. */
  name: string;
  /** Most calls up that it allows; null where it does not say. */
  limit: number | null;
  /** Calls up that it counts itself, of others too. */
  up: number | null;
}

/** What an agent row tells a provider. */
export interface AgentSetUp {
  providerAgentId: string;
  callerNumber: string | null;
  options: Readonly<Record<string, unknown>>;
}

/** One thing that was tried. `unknown` where the provider has no way to tell. */
export interface Finding {
  what: 'key' | 'agent' | 'number' | 'limits' | 'deliveries';
  result: 'works' | 'fails' | 'unknown';
  /** What was found and, where it fails, what to do. */
  sentence: string;
}

export interface Instruction {
  status: number;
  contentType: string;
  body: string;
}

export interface ProviderAbilities {
  hangUp: boolean;
  withdraw: boolean;
  record: boolean;
  lookUpByReference: boolean;
}

export interface DialRequest {
  /** Our id of the call: the provider keeps it where it can, so that an ambiguous dial can be looked up. */
  reference: string;
  phone: string;
  providerAgentId: string;
  callerNumber: string | null;
  /** What the agent is told (rule 19). */
  variables: Readonly<Record<string, string>>;
  record: boolean;
  ringSeconds: number;
  longestSeconds: number;
  options: Readonly<Record<string, unknown>>;
  /** The public address at which deliveries reach us now, without a slash at its end; null where none does. Kept with the call. */
  publicUrl: string | null;
}

export type DialAnswer =
  | { kind: 'accepted'; providerCallId: string; state: CallState | null }
  /** Surely no call was made. `why` decides what happens to the item and the campaign. */
  | { kind: 'no-call'; why: NoCallReason; sentence: string; retryAfterMs?: number }
  /** After the first byte was sent anything else is ambiguous: the call may be up. */
  | { kind: 'ambiguous'; sentence: string };

/** wrong-contact fails the item · wrong-setup and stop-everything pause the campaign · try-later backs off, attempt not spent. */
export type NoCallReason = 'wrong-contact' | 'wrong-setup' | 'try-later' | 'stop-everything';

/** How a provider finds a call: by its own id, else by our reference, else by number and time. */
export interface CallHandle {
  providerCallId: string | null;
  reference: string;
  phone: string;
  claimedAt: number;
  /** As they were when the call was claimed. */
  providerAgentId: string;
  callerNumber: string | null;
  /** Whether an id of the provider's is known to be another call's: where calls are told by number and time, that one is not it. */
  isAnothers: (providerCallId: string) => boolean;
}

export type LookUpAnswer = { kind: 'found'; report: CallReport } | { kind: 'not-found' } | { kind: 'no-answer'; sentence: string };

export type StopAnswer = { kind: 'done' } | { kind: 'too-late' } | { kind: 'cannot' } | { kind: 'no-answer'; sentence: string };

/** What a provider says of a call, whether by a delivery or by an answer to a look-up. Absent facts are not known yet. */
export interface CallReport {
  providerCallId: string;
  /** Our reference, where the provider carries it. */
  reference: string | null;
  state: CallState;
  /** When the provider says it happened; null where it does not say. */
  at: number | null;
  /** Talk time in seconds. */
  durationSeconds?: number;
  answeredByMachine?: boolean;
  cost?: { amount: number; unit: string };
  recordingUrl?: string;
  transcript?: string;
  summary?: string;
  extracted?: Readonly<Record<string, unknown>>;
  hungUpBy?: string;
  /** The provider's own words for why the call ended. */
  reason?: string;
  /** What ended it stands against every other call as well (no balance): the provider's campaigns are paused. */
  stopsEverything?: boolean;
}

export interface RawDelivery {
  /** The path behind `/webhooks/<provider>/`, without the query. */
  path: string;
  /** The query, with its question mark; empty where there is none. Some vendors sign it. */
  query?: string;
  headers: Readonly<Record<string, string | undefined>>;
  body: Uint8Array;
  receivedAt: number;
}

export type DeliveryReading =
  | {
      kind: 'report';
      report: CallReport;
      /** Equal for two copies of one delivery. */
      key: string;
      /** Nothing proves who sent it: it moves a call that is up, and what would end it or free its slot is asked of the provider first. */
      hint?: boolean;
      /** Of a hint: not even its form proves anything, so that its id is not believed either. */
      unproven?: boolean;
    }
  /** Verified, and carries a recording: kept as a file or refused by a setting. */
  | { kind: 'recording'; providerCallId: string; audio: Uint8Array; contentType: string }
  /** Verified, but says nothing of a call. */
  | { kind: 'nothing' }
  /** Not verified; or verified and not to be read, which is `malformed`. */
  | { kind: 'refused'; reason: string; malformed?: boolean };

export interface RecordingPart {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: ReadableStream<Uint8Array>;
}

/** The providers of this engine, by name. */
export type Providers = Readonly<{ [Name in ProviderName]?: TelephonyProvider | undefined }>;
