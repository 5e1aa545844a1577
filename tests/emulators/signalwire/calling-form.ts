/** Reads the parameters of the command `dial` with the rules of the Calling API. */
import { agentAt } from './answered.ts';
import { isCallable, mayCall } from './compat-form.ts';
import { Refusal } from './errors.ts';
import type { SignalWireOptions } from './options.ts';
import type { EventName, Wishes } from './space-call.ts';
import { connectOf, readSwml, stepsNamed } from './swml.ts';

export type Params = Readonly<Record<string, unknown>>;

const LONGEST_SECONDS = 14_400;
const MOST_VARIABLES = 20;
const MOST_BYTES = 1024;
const EVENTS: Readonly<Record<string, EventName>> = { created: 'initiated', ringing: 'ringing', answered: 'answered', ended: 'completed' };

/** @throws Refusal 422 with the parameter that is wrong. */
export function readCallingDial(params: Params, options: SignalWireOptions): Wishes {
  const to = required(params, 'to');
  const from = required(params, 'from');
  if (!isCallable(to)) throw invalid('to', `${to} is not a valid phone number or SIP address`);
  if (!from.startsWith('sip') && !options.numbers.some(({ number }) => number === from))
    throw invalid('from', `${from} is not a number of this project`);
  const instructions = instructionsIn(params);
  if (!instructions) throw new Refusal(422, 'missing_required_parameter', 'url or swml must be given', 'url');
  const variables = variablesIn(params);
  const swml = instructions.kind === 'inline' ? readSwml(instructions.swml) : null;
  const connect = stepsNamed(swml, 'connect').map((step) => ({ step, ...connectOf(step, variables) }))[0];
  const record = stepsNamed(swml, 'record_call')[0];
  const recordUrl = record?.['status_url'];
  const wishes: Wishes = {
    surface: 'calling',
    reference: options.referenceOf({ surface: 'calling', params }),
    to,
    from,
    ringSeconds: seconds(params, 'timeout', 600) ?? 60,
    longestSeconds: Math.min(
      ...[...stepsNamed(swml, 'connect'), ...stepsNamed(swml, 'answer')].map((step) => limitIn(step)),
      LONGEST_SECONDS,
    ),
    record: record !== undefined,
    agent: connect ? agentAt(connect.address, options.agentIds) : '',
    variables: { ...headersAsVariables(connect?.headers ?? {}), ...variables },
    status: statusIn(params),
    instructions,
    detection: null,
    recording: typeof recordUrl === 'string' ? { url: recordUrl, method: 'POST', events: new Set(['completed', 'absent']) } : null,
  };
  const price = params['max_price_per_minute'];
  mayCall(wishes, typeof price === 'string' || typeof price === 'number' ? String(price) : null, options);
  return wishes;
}

/** The document of a dial or an update, or where to ask for it; null where neither is given. @throws Refusal */
export function instructionsIn(params: Params): Wishes['instructions'] | null {
  if (params['swml'] !== undefined) {
    if (!readSwml(params['swml'])) throw invalid('swml', 'swml must be a document with a main section');
    return { kind: 'inline', swml: params['swml'] };
  }
  const url = address(params, 'url');
  if (url === null) return null;
  const fallback = address(params, 'fallback_url');
  return { kind: 'ask', hook: { url, method: 'POST' }, fallback: fallback === null ? null : { url: fallback, method: 'POST' } };
}

function statusIn(params: Params): Wishes['status'] {
  const url = address(params, 'status_url');
  const given = params['status_events'] ?? ['ended'];
  const named = Array.isArray(given) ? (given as unknown[]).map(String) : [];
  if (!Array.isArray(given) || named.some((event) => !(event in EVENTS)))
    throw invalid('status_events', 'status_events must be among created, ringing, answered and ended');
  return url === null ? null : { url, method: 'POST', events: new Set(named.map((event) => EVENTS[event]!)) };
}

function variablesIn(params: Params): Record<string, string> {
  const given = params['custom_variables'] ?? {};
  const entries = Object.entries(given as Record<string, unknown>);
  if (entries.length > MOST_VARIABLES) throw invalid('custom_variables', `at most ${MOST_VARIABLES} custom_variables are allowed`);
  for (const [name, value] of entries)
    if (typeof value !== 'string' || Buffer.byteLength(value) > MOST_BYTES)
      throw invalid('custom_variables', `${name} must be text of at most ${MOST_BYTES} bytes`);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** `X-First-Name` is what the agent knows as `first_name`. */
const headersAsVariables = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase().replace(/^x-/, '').replaceAll('-', '_'), value]));

function address(params: Params, name: string): string | null {
  const given = params[name];
  if (given === undefined) return null;
  if (typeof given === 'string' && /^https?:\/\//.test(given) && URL.canParse(given)) return given;
  throw invalid(name, `${name} must be a valid http or https url`);
}

function required(params: Params, name: string): string {
  const given = params[name];
  if (typeof given !== 'string' || given === '') throw new Refusal(422, 'missing_required_parameter', `${name} is required`, name);
  return given;
}

function seconds(params: Params, name: string, most: number): number | null {
  const given = params[name];
  if (given === undefined) return null;
  if (typeof given !== 'number' || given < 1 || given > most) throw invalid(name, `${name} must be from 1 to ${most}`);
  return given;
}

const limitIn = (step: Params) => (typeof step['max_duration'] === 'number' ? step['max_duration'] : LONGEST_SECONDS);
export const invalid = (attribute: string, message: string) => new Refusal(422, 'invalid_parameter', message, attribute);
