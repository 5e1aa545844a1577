/** The practice line as the engine sees it: the provider port over its HTTP interface. */
import type { PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CallHandle, DialRequest, LookUpAnswer, RecordingPart, StopAnswer, TelephonyProvider } from '../../ports/provider.ts';
import { ClockOffset } from '../clock-offset.ts';
import { comparedClock, notingDates } from '../compared-clock.ts';
import { type DialWords, sendDial } from '../dial-answer.ts';
import { type Exchange, type ExchangeParts, exchange, type Fetch } from '../exchange.ts';
import { tokenBucket } from '../../ports/token-bucket.ts';
import { readPracticeDelivery } from './deliveries.ts';
import { isLineCall, isLineStatus, reportOf, stateOf } from './reports.ts';
import type { LineError, NewLineCall } from './wire.ts';

export interface PracticeProviderParts {
  fetch: Fetch;
  /** Where the line answers, without a slash at its end. */
  baseUrl: string;
  key: string;
  /** Of the webhooks' signature. */
  secret: string;
  clock: Clock;
  settings: () => PracticeSettings;
  timeoutMs: number;
}

const VENDOR = 'The practice line';
/** The line has one voice, whatever an agent is called. */
const PRACTICE_AGENT = { id: 'practice', name: 'Practice agent' };

export function practiceProvider(options: PracticeProviderParts): TelephonyProvider {
  const { baseUrl, key, secret, settings } = options;
  const offset = new ClockOffset(options.clock);
  const parts = { ...options, fetch: notingDates(options.fetch, offset) };
  const tokens = tokenBucket(() => settings().callsPerSecond);
  const request = (method: string, path: string, body?: unknown): Request => {
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return new Request(`${baseUrl}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };
  const ask = (method: string, path: string) => exchange(parts, request(method, path));

  const lookUp = async (call: CallHandle): Promise<LookUpAnswer> =>
    call.providerCallId === null
      ? lookedUp(await ask('GET', `/v1/calls?reference=${encodeURIComponent(call.reference)}`), firstOf)
      : lookedUp(await ask('GET', `/v1/calls/${encodeURIComponent(call.providerCallId)}`), (body) => body);

  const stop = async (call: CallHandle, verb: 'hang-up' | 'withdraw'): Promise<StopAnswer> => {
    const known = call.providerCallId ?? (await idOf(call));
    if (typeof known !== 'string') return known;
    return stopAnswer(await ask('POST', `/v1/calls/${encodeURIComponent(known)}/${verb}`));
  };

  const idOf = async (call: CallHandle): Promise<string | StopAnswer> => {
    const answer = await lookUp(call);
    if (answer.kind === 'found') return answer.report.providerCallId;
    return answer.kind === 'not-found' ? { kind: 'cannot' } : answer;
  };

  return {
    name: 'practice',
    can: { hangUp: true, withdraw: true, record: true, lookUpByReference: true },
    accountLimit: () => settings().accountLimit,
    takeRateToken: (now) => tokens.take(now),
    nextRateTokenAt: (now) => tokens.nextAt(now),
    clockOffsetMs: comparedClock(options.clock, offset, () => ask('GET', '/v1/calls?reference=')),
    dial: (dial) => sendDial(parts, () => request('POST', '/v1/calls', newCallOf(dial)), words),
    lookUp,
    hangUp: (call) => stop(call, 'hang-up'),
    withdraw: (call) => stop(call, 'withdraw'),
    readDelivery: (delivery) => readPracticeDelivery(secret, delivery),
    fetchRecording: (recordingUrl, range) => fetchRecording(parts, recordingUrl, range),
    desk: {
      agents: async () => ({ kind: 'told', value: [PRACTICE_AGENT] }),
      numbers: async () => ({ kind: 'told', value: [] }),
      readAccount: async () => ({ kind: 'told', value: { name: 'practice', limit: settings().accountLimit, up: null } }),
      async test() {
        const answer = await ask('GET', '/v1/calls?reference=');
        const works = answer.kind === 'answered' && answer.status === 200;
        return [{ what: 'key', result: works ? 'works' : 'fails', sentence: works ? `${VENDOR} answers.` : silent(answer).sentence }];
      },
    },
  };
}

function newCallOf({
  reference,
  phone,
  callerNumber,
  providerAgentId,
  variables,
  record,
  ringSeconds,
  longestSeconds,
}: DialRequest): NewLineCall {
  return { reference, to: phone, from: callerNumber, agent: providerAgentId, variables, record, ringSeconds, longestSeconds };
}

const words: DialWords = {
  vendor: VENDOR,
  accepted(body) {
    const { id, status } = (body ?? {}) as { id?: unknown; status?: unknown };
    if (typeof id !== 'string' || id === '') return null;
    return { kind: 'accepted', providerCallId: id, state: isLineStatus(status) ? stateOf(status) : null };
  },
  refused(_status, body) {
    const { code, message } = (body as Partial<LineError> | undefined)?.error ?? {};
    if (code === 'wrong_number') return { why: 'wrong-contact', sentence: `${VENDOR} refuses the number: ${message}.` };
    if (code === 'too_many_calls' || code === 'too_fast')
      return { why: 'try-later', sentence: `${VENDOR} takes no more calls at the moment: ${message}.` };
    if (code === 'bad_request' || code === 'unknown_agent')
      return { why: 'wrong-setup', sentence: `${VENDOR} refuses the set-up of the call: ${message}.` };
    return null;
  },
};

const firstOf = (body: unknown): unknown => {
  const { calls } = (body ?? {}) as { calls?: unknown };
  return Array.isArray(calls) ? (calls[0] ?? null) : undefined;
};

/** @param read picks the call from the body; null where the line knows none. */
function lookedUp(answer: Exchange, read: (body: unknown) => unknown): LookUpAnswer {
  if (answer.kind !== 'answered') return silent(answer);
  if (answer.status === 404) return { kind: 'not-found' };
  const call = answer.status === 200 ? read(answer.body) : undefined;
  if (call === null) return { kind: 'not-found' };
  return isLineCall(call) ? { kind: 'found', report: reportOf(call) } : silent(answer);
}

function stopAnswer(answer: Exchange): StopAnswer {
  if (answer.kind !== 'answered') return silent(answer);
  if (answer.status === 200) return { kind: 'done' };
  if (answer.status === 409) return { kind: 'too-late' };
  return answer.status === 404 ? { kind: 'cannot' } : silent(answer);
}

function silent(answer: Exchange): { kind: 'no-answer'; sentence: string } {
  if (answer.kind === 'answered')
    return { kind: 'no-answer', sentence: `${VENDOR} answered with ${answer.status}, which says nothing of the call.` };
  return {
    kind: 'no-answer',
    sentence: answer.kind === 'timed-out' ? `${VENDOR} did not answer in time.` : `${VENDOR} could not be reached.`,
  };
}

const RECORDING_PATH = /^\/v1\/recordings\/[\w.-]+\.wav$/;

/** Only a path of the line's own is fetched: the key goes nowhere else. */
async function fetchRecording(
  { fetch, baseUrl, key, clock, timeoutMs }: ExchangeParts & Pick<PracticeProviderParts, 'baseUrl' | 'key'>,
  recordingUrl: string,
  range: string | null,
): Promise<RecordingPart | null> {
  if (!RECORDING_PATH.test(recordingUrl)) return null;
  const abort = new AbortController();
  const stopTimer = clock.after(timeoutMs, () => abort.abort());
  const headers = { authorization: `Bearer ${key}`, ...(range === null ? {} : { range }) };
  try {
    const response = await fetch(new Request(`${baseUrl}${recordingUrl}`, { headers, signal: abort.signal }));
    if (response.status === 404 || !response.body) return null;
    return { status: response.status, headers: Object.fromEntries(response.headers), body: response.body };
  } catch {
    return null;
  } finally {
    stopTimer();
  }
}
