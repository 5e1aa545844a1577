/** What an emulated space is, and how it departs from the vendor's documents: every open point of theirs is a switch here. */
import type { ConversationsBehind } from '../emulator.ts';

export interface OwnedNumber {
  /** E.164. */
  number: string;
  name: string;
}

/** A dial as it was asked for, on either surface. */
export type AskedDial = { surface: 'compat'; form: URLSearchParams } | { surface: 'calling'; params: Readonly<Record<string, unknown>> };

export interface SignalWireOptions {
  projectId: string;
  token: string;
  signingKey: string;
  /** Numbers that may be called from. */
  numbers: readonly OwnedNumber[];
  /** Calls that are begun a second; more are accepted and wait. Null: none waits. */
  callsPerSecond: number | null;
  /** Calls that may wait; one more is refused with 21611. */
  backlog: number;
  /** A space before its first top-up: calls go to `verified` numbers only. */
  trial: boolean;
  verified: readonly string[];
  /** The account has no balance left: dials are refused with this code. Null while it has. */
  balanceCode: '30002' | '4001' | null;
  /** Dollars a minute; a dial that allows less is refused with 30010. */
  pricePerMinute: number;
  /** Our reference of a dial, which the line counts by. */
  referenceOf: (asked: AskedDial) => string;
  /** Whose agent speaks at a SIP address or stream; the user part of the address where it is not named. */
  agentIds: Readonly<Record<string, string>>;
  behind: ConversationsBehind | null;

  /** Shape of refused creations: `{code, message, more_info, status}` or `{errors: [{code: "…"}]}`. */
  createErrors: 'general' | 'list';
  /** Voice logs of Calling API calls say busy and no-answer; else `failed` and `completed`, with the reason among the events. */
  logsSayBusy: boolean;
  /** Voice logs say `ended` where they would say `completed`. */
  logsSayEnded: boolean;
  /** Payload of `status_url`: as RELAY tells it, or the short one of the SDK's test vectors. */
  statusUrlShape: 'relay' | 'short';
  /** What follows an answer other than 2xx; none at all is always followed by two more tries. `server-errors`: 5xx, 429 and 408. */
  retries: 'timeouts' | 'server-errors' | 'all';
  /** Numbers of status callbacks: one after another as they are told, or with gaps. */
  sequence: 'told' | 'gaps';
  /** Words of machine detection: Twilio's (`machine_start`, `machine_end_beep`) or `human` and `machine`. */
  amdWords: 'twilio' | 'plain';
  /** Detection comes to nothing: `unknown`. */
  amdUnsure: boolean;
  /** Seconds of the line's time that detection takes. */
  amdSeconds: number;
  /** How the call ends whose document could not be had or read. */
  badDocumentEndsAs: 'failed' | 'completed';
  /** Whatever a call is connected to is not reached. */
  farSideUnreachable: boolean;
  /** Lists by `StartTime` leave out calls that have none yet. */
  startTimeHidesQueued: boolean;
  /** `created_after` a day leaves out that day itself. */
  afterLeavesOutDay: boolean;
  recordingsNeedAuth: boolean;

  /** `with-port`: over the address with its standard port. `url-alone`: over the address and no parameter, as a forger may. */
  signatures: 'right' | 'with-port' | 'wrong' | 'url-alone' | 'none';
  /** Its clock is ahead by this, in `Date` headers. */
  clockSkewMs: number;
  /** Callbacks name a time this long ago. */
  staleMs: number;
  /** Bytes by which every callback is longer than it need be. */
  paddingBytes: number;
  /** Everything is answered 503. */
  unavailable: boolean;
}

/** The space with which nothing is wrong. */
export const DEFAULT_SPACE: SignalWireOptions = {
  projectId: '11111111-2222-4333-8444-555555555555',
  token: 'PT_emulator_token',
  signingKey: 'PSK_emulator_key',
  numbers: [{ number: '+15550100001', name: 'Front desk' }],
  callsPerSecond: 1,
  backlog: 10_000,
  trial: false,
  verified: [],
  balanceCode: null,
  pricePerMinute: 0.008,
  referenceOf: (asked) =>
    asked.surface === 'calling' ? wordOf(asked.params['custom_variables'], 'call_reference') : referenceInForm(asked.form),
  agentIds: {},
  behind: null,
  createErrors: 'general',
  logsSayBusy: true,
  logsSayEnded: false,
  statusUrlShape: 'relay',
  retries: 'server-errors',
  sequence: 'told',
  amdWords: 'twilio',
  amdUnsure: false,
  amdSeconds: 3,
  badDocumentEndsAs: 'failed',
  farSideUnreachable: false,
  startTimeHidesQueued: false,
  afterLeavesOutDay: false,
  recordingsNeedAuth: true,
  signatures: 'right',
  clockSkewMs: 0,
  staleMs: 0,
  paddingBytes: 0,
  unavailable: false,
};

function wordOf(fields: unknown, name: string): string {
  const found = typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>)[name] : undefined;
  return typeof found === 'string' ? found : '';
}

/** The last part of the path of `StatusCallback`, else of `Url`, before `/cxml`. */
function referenceInForm(form: URLSearchParams): string {
  const address = form.get('StatusCallback') ?? form.get('Url') ?? '';
  if (!URL.canParse(address)) return '';
  const parts = new URL(address).pathname.split('/').filter((part) => part !== '');
  if (parts.at(-1) === 'cxml') parts.pop();
  return decodeURIComponent(parts.at(-1) ?? '');
}
