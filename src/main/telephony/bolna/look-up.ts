/**
 * What became of a call: by Bolna's id, else by our reference among the executions of the agent since the call was claimed.
 *
 * Decides that a call is not to be found, which in the end frees its slot: only where Bolna does not know an id of its own, or where
 * a list was read to its end and everything on it that might have been the call was looked into.
 */
import type { CallHandle, LookUpAnswer } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';
import { theirInstants } from '../clock-offset.ts';
import { instantOf } from './instants.ts';
import { allItems, PAGE_SIZE } from './listing.ts';
import type { BolnaParts } from './parts.ts';
import { referenceOf, reportOf } from './reports.ts';
import { type Execution, readExecution } from './wire.ts';

/** How far two clocks may be apart (rule 20). */
const CLOCKS_APART_MS = 5 * 60_000;
/** How much earlier than the claim a call may seem to be made that is told by number and time. */
const BEFORE_CLAIM_MS = 60_000;
/** The longest span that Bolna lists. */
const LONGEST_SPAN_MS = 7 * 24 * 3_600_000;
/** Executions that are fetched one by one in search of a reference; beyond that the look is given up, not its call. */
const MOST_FETCHED = 100;

type Fetched = { kind: 'execution'; execution: Execution } | Exclude<LookUpAnswer, { kind: 'found' }>;

export async function lookUp(api: BolnaApi, { clock }: Pick<BolnaParts, 'clock'>, call: CallHandle): Promise<LookUpAnswer> {
  const fetched =
    call.providerCallId === null ? await fetchByReference(api, call, clock.now()) : await fetchExecution(api, call.providerCallId);
  if (fetched.kind !== 'execution') return fetched;
  const { execution } = fetched;
  const report = reportOf(execution, { at: clock.now(), notBefore: call.claimedAt });
  if (report) return { kind: 'found', report };
  return { kind: 'no-answer', sentence: `Bolna tells a status that is not known here: ${execution.status}.` };
}

async function fetchExecution(api: BolnaApi, id: string): Promise<Fetched> {
  const answer = await api.ask('GET', `/executions/${encodeURIComponent(id)}`);
  if (answer.kind === 'answered' && answer.status === 404) return { kind: 'not-found' };
  const execution = answer.kind === 'answered' && answer.status === 200 ? readExecution(answer.body) : null;
  return execution === null ? api.silent(answer) : { kind: 'execution', execution };
}

async function fetchByReference(api: BolnaApi, call: CallHandle, now: number): Promise<Fetched> {
  // A clock that was set finds it all the same: the reference proves which one it is, however wide the span.
  const offsetMs = api.clockOffset.value();
  const from = theirInstants(call.claimedAt, offsetMs).earliest - CLOCKS_APART_MS;
  const until = Math.max(theirInstants(now, offsetMs).latest, theirInstants(call.claimedAt, offsetMs).latest);
  const to = Math.min(until + CLOCKS_APART_MS, from + LONGEST_SPAN_MS);
  const list = await allItems(api, `/v2/agent/${encodeURIComponent(call.providerAgentId)}/executions`, {
    page_size: `${PAGE_SIZE}`,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  });
  if (list.kind === 'no-answer') return list;
  const items = list.value.map(readListed);
  if (items.includes(null)) return { kind: 'no-answer', sentence: "Bolna's list of calls holds something that cannot be read." };
  const open = (items as Execution[]).filter(({ id }) => !call.isAnothers(id));
  return fetchFirstOf(api, candidates(open, call), call);
}

/** An item of a list may be cut down to little more than its id. */
function readListed(item: unknown): Execution | null {
  return readExecution(item) ?? (typeof item === 'object' && item !== null ? readExecution({ ...item, status: '' }) : null);
}

/** Ids of what may be the call: those that carry its reference, else those that carry none and no other number, the nearest first. */
function candidates(items: readonly Execution[], call: CallHandle): string[] {
  const named = items.filter((item) => referenceOf(item) === call.reference);
  if (named.length > 0) return [...new Set(named.map(({ id }) => id))];
  const distance = ({ created_at: createdAt }: Execution) => Math.abs((instantOf(createdAt) ?? Number.MAX_SAFE_INTEGER) - call.claimedAt);
  const open = items
    .filter((item) => referenceOf(item) === null && mayBeTo(item, call.phone))
    .toSorted((a, b) => distance(a) - distance(b));
  return [...new Set(open.map(({ id }) => id))];
}

function mayBeTo(item: Execution, phone: string): boolean {
  if (item.telephony_data?.call_type === 'inbound') return false;
  const number = numberOf(item);
  return number === undefined || digits(number) === digits(phone);
}

const numberOf = ({ user_number: user, telephony_data: line, context_details: context }: Execution): string | undefined =>
  user ?? line?.to_number ?? context?.recipient_phone_number;

const digits = (number: string) => number.replace(/\D/g, '');

/**
 * The first that carries the reference. One that came back without any variables at all (ours are always sent) is told by number
 * and time, which one call at a time to a number makes unique (rule 15): to call it not found would free the slot of a call that is up.
 */
async function fetchFirstOf(api: BolnaApi, ids: readonly string[], call: CallHandle): Promise<Fetched> {
  let unnamed: Execution | null = null;
  for (const id of ids.slice(0, MOST_FETCHED)) {
    const fetched = await fetchExecution(api, id);
    if (fetched.kind === 'no-answer') return fetched;
    if (fetched.kind === 'not-found') continue;
    if (referenceOf(fetched.execution) === call.reference) return fetched;
    if (isByNumberAndTime(fetched.execution, call)) unnamed ??= fetched.execution;
  }
  if (ids.length > MOST_FETCHED)
    return { kind: 'no-answer', sentence: `Bolna lists ${ids.length} calls that may be this one: too many to look into.` };
  return unnamed === null ? { kind: 'not-found' } : { kind: 'execution', execution: unnamed };
}

function isByNumberAndTime(execution: Execution, { phone, claimedAt }: CallHandle): boolean {
  const number = numberOf(execution);
  const createdAt = instantOf(execution.created_at);
  if (execution.context_details?.recipient_data !== undefined || number === undefined || createdAt === null) return false;
  return digits(number) === digits(phone) && createdAt >= claimedAt - BEFORE_CLAIM_MS;
}
