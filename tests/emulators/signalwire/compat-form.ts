/** Reads the form of `POST /Calls` with the vendor's rules and codes. */
import { Refusal } from './errors.ts';
import type { SignalWireOptions } from './options.ts';
import type { EventName, Hook, Wishes } from './space-call.ts';

const E164 = /^\+[1-9]\d{6,14}$/;
const LONGEST_SECONDS = 14_400;
const EVENTS: ReadonlySet<string> = new Set(['initiated', 'ringing', 'answered', 'completed', 'ringing_forwarded', 'ringing_queued']);
const RECORDING_EVENTS: ReadonlySet<string> = new Set(['completed', 'in-progress', 'absent']);
/** Limits of machine detection: from, to. */
const DETECTION_LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  MachineDetectionTimeout: [1, 120],
  MachineDetectionSpeechThreshold: [1000, 6000],
  MachineDetectionSpeechEndThreshold: [500, 5000],
  MachineDetectionSilenceTimeout: [2000, 10_000],
  MachineWordsThreshold: [1, 100],
};

/** @throws Refusal with the code of what is wrong. */
export function readCompatDial(form: URLSearchParams, options: SignalWireOptions): Wishes {
  const to = form.get('To') ?? '';
  const from = form.get('From') ?? '';
  if (to === '') throw bad('21211', "a 'To' number is required");
  if (!isCallable(to)) throw bad('21217', `the 'To' number ${to} is not a valid phone number`);
  if (from === '') throw bad('21213', "a 'From' number is required");
  if (!isCallable(from)) throw bad('21212', `the 'From' number ${from} is not valid`);
  if (E164.test(from) && !options.numbers.some(({ number }) => number === from))
    throw bad('21210', `the source phone number ${from} is not owned by or verified for your account`);
  if (!form.has('Url') && !form.has('ApplicationSid')) throw bad('21205', "a 'Url' or 'ApplicationSid' is required");
  if (!form.has('Url')) throw bad('21218', 'the application is not known');
  const hook = hookIn(form, 'Url', 'Method', '21205')!;
  const wishes: Wishes = {
    surface: 'compat',
    reference: options.referenceOf({ surface: 'compat', form }),
    to,
    from,
    ringSeconds: within(form, 'Timeout', [1, 600], 60, '21208'),
    longestSeconds: LONGEST_SECONDS,
    record: form.get('Record') === 'true',
    agent: '',
    variables: {},
    status: statusIn(form),
    instructions: { kind: 'ask', hook, fallback: hookIn(form, 'FallbackUrl', 'FallbackMethod') },
    detection: detectionIn(form),
    recording: recordingIn(form),
  };
  const digits = form.get('SendDigits');
  if (digits !== null && !/^[\d#*wW]{1,32}$/.test(digits)) throw bad('10000', `SendDigits ${digits} is invalid`);
  mayCall(wishes, form.get('MaxPricePerMinute'), options);
  return wishes;
}

/** What the account may not do, whatever surface asks. @throws Refusal */
export function mayCall({ to }: Pick<Wishes, 'to'>, maxPrice: string | null, options: SignalWireOptions): void {
  const { trial, verified, balanceCode, pricePerMinute } = options;
  if (trial && !verified.includes(to)) throw bad('21219', `the number ${to} is unverified; trial accounts may call verified numbers only`);
  if (balanceCode !== null) throw bad(balanceCode, 'your account has not enough balance for this call');
  if (maxPrice !== null && Number(maxPrice) < pricePerMinute)
    throw bad('30010', `MaxPricePerMinute was exceeded. This call's cost is ${pricePerMinute} per minute.`);
}

/** An address of the form with its method; null where it has none. @throws Refusal */
export function hookIn(form: URLSearchParams, name: string, methodName: string, code = '21402'): Hook | null {
  const url = form.get(name);
  if (url === null) return null;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw bad(code, `${name} ${url} is not a valid URL`);
  const method = (form.get(methodName) ?? 'POST').toUpperCase();
  if (method !== 'GET' && method !== 'POST') throw bad('10000', `${methodName} must be GET or POST`);
  return { url, method };
}

/** Where status callbacks go and which; without a list only the final one. @throws Refusal */
export function statusIn(form: URLSearchParams): Wishes['status'] {
  const hook = hookIn(form, 'StatusCallback', 'StatusCallbackMethod');
  const named = form.getAll('StatusCallbackEvent');
  const wrong = named.find((event) => !EVENTS.has(event));
  if (wrong !== undefined) throw bad('21626', `${wrong} is not a valid callback event`);
  return hook && { ...hook, events: new Set((named.length > 0 ? named : ['completed']) as EventName[]) };
}

function detectionIn(form: URLSearchParams): Wishes['detection'] {
  const mode = form.get('MachineDetection') ?? 'none';
  if (!['none', 'Enable', 'DetectMessageEnd'].includes(mode)) throw bad('21234', `MachineDetection ${mode} is invalid`);
  for (const [name, limits] of Object.entries(DETECTION_LIMITS)) within(form, name, limits, limits[0], '21234');
  if (mode === 'none') return null;
  const aside = form.get('AsyncAmd') === 'true';
  const async = aside ? hookIn(form, 'AsyncAmdStatusCallback', 'AsyncAmdStatusCallbackMethod') : null;
  if (aside && !async) throw bad('21262', 'AsyncAmd needs an AsyncAmdStatusCallback');
  return { mode: mode === 'Enable' ? 'start' : 'message-end', async };
}

/** The list of recording events is one value, its words apart by spaces. */
function recordingIn(form: URLSearchParams): Wishes['recording'] {
  const hook = hookIn(form, 'RecordingStatusCallback', 'RecordingStatusCallbackMethod');
  const named = (form.get('RecordingStatusCallbackEvent') ?? 'completed').split(' ').filter((word) => word !== '');
  const wrong = named.find((event) => !RECORDING_EVENTS.has(event));
  if (wrong !== undefined) throw bad('21626', `${wrong} is not a valid recording event`);
  return hook && { ...hook, events: new Set(named) };
}

function within(form: URLSearchParams, name: string, [from, to]: readonly [number, number], otherwise: number, code: string): number {
  const given = form.get(name);
  if (given === null) return otherwise;
  const value = Number(given);
  if (!Number.isInteger(value) || value < from || value > to) throw bad(code, `${name} must be from ${from} to ${to}`);
  return value;
}

export const isCallable = (address: string) => E164.test(address) || /^sips?:[^@\s]+@[^@\s]+$/.test(address);
const bad = (code: string, message: string) => new Refusal(400, code, message);
