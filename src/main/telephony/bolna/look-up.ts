/**
 * What became of a call: by Bolna's id, else by our reference among the executions of the agent since the call was claimed.
 *
 * Decides that a call is not to be found, which in the end frees its slot: only where Bolna does not know an id of its own, or where
 * a list was read to its end and everything on it that might have been the call was looked into.
 */
import type { CallHandle, LookUpAnswer } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';
import { instantOf } from './instants.ts';
import { allItems, PAGE_SIZE } from './listing.ts';
import type { BolnaParts } from './parts.ts';
import { referenceOf, reportOf } from './reports.ts';
import { type Execution, readExecution } from './wire.ts';

/** How far two clocks may be apart (rule 20). */
const CLOCKS_APART_MS = 5 * 60_000;
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
  const from = call.claimedAt - CLOCKS_APART_MS;
  const to = Math.min(Math.max(now, call.claimedAt) + CLOCKS_APART_MS, from + LONGEST_SPAN_MS);
  const list = await allItems(api, `/v2/agent/${encodeURIComponent(call.providerAgentId)}/executions`, {
    page_size: `${PAGE_SIZE}`,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  });
  if (list.kind === 'no-answer') return list;
  const items = list.value.map(readListed);
  if (items.includes(null)) return { kind: 'no-answer', sentence: "Bolna's list of calls holds something that cannot be read." };
  return fetchFirstOf(api, candidates(items as Execution[], call), call.reference);
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
  const { telephony_data: line, user_number: user, context_details: context } = item;
  if (line?.call_type === 'inbound') return false;
  const number = user ?? line?.to_number ?? context?.recipient_phone_number;
  return number === undefined || digits(number) === digits(phone);
}

const digits = (number: string) => number.replace(/\D/g, '');

async function fetchFirstOf(api: BolnaApi, ids: readonly string[], reference: string): Promise<Fetched> {
  for (const id of ids.slice(0, MOST_FETCHED)) {
    const fetched = await fetchExecution(api, id);
    if (fetched.kind === 'no-answer') return fetched;
    if (fetched.kind === 'execution' && referenceOf(fetched.execution) === reference) return fetched;
  }
  if (ids.length <= MOST_FETCHED) return { kind: 'not-found' };
  return { kind: 'no-answer', sentence: `Bolna lists ${ids.length} calls that may be this one: too many to look into.` };
}
