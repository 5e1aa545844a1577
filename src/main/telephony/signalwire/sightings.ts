/** A call as SignalWire shows it when it is asked: in its voice log, or as a resource of the compatibility interface. */
import type { CallState } from '../../../shared/domain/states.ts';
import type { CallReport } from '../../ports/provider.ts';
import { instantOf, numberOf, objectOf, textOf } from './fields.ts';
import { machineOf, stateOf } from './states.ts';

/** The two interfaces, each with a way to end a call of its own. */
export type Surface = 'log' | 'call';

export interface Sighting {
  surface: Surface;
  id: string;
  /** `disconnected` where it is over and was answered, as far as the status tells. */
  state: CallState;
  to: string | null;
  from: string | null;
  inbound: boolean;
  createdAt: number | null;
  /** When the state began, where that is told. */
  at: number | null;
  /** When it ended, or an instant that surely is not later. */
  endedAt: number | null;
  facts: Pick<CallReport, 'durationSeconds' | 'answeredByMachine' | 'cost' | 'reason'>;
}

/** A call that is told by number and time. */
export interface Sought {
  phone: string;
  /** The number that it was made from; null where that is not known. */
  from: string | null;
  /** By SignalWire's clock: one of the two, where ours was set meanwhile. */
  claimed: { earliest: number; latest: number };
  /** Whether an id is known to be another call's. */
  isAnothers: (id: string) => boolean;
}

const isInbound = (direction: unknown) => direction === 'inbound';

/** An entry of the voice log; null where it cannot be read. */
export function logSighting(value: unknown): Sighting | null {
  const log = objectOf(value);
  const id = textOf(log?.['id']);
  const state = stateOf(log?.['status']);
  if (!log || id === null || state === null) return null;
  const durationMs = numberOf(log['duration_ms']);
  const seconds = durationMs === null ? numberOf(log['duration']) : durationMs / 1000;
  const createdAt = instantOf(log['created_at']);
  const charge = numberOf(log['charge']);
  const facts: Sighting['facts'] = {};
  if (state === 'disconnected' && seconds !== null) facts.durationSeconds = seconds;
  if (charge !== null && charge > 0) facts.cost = { amount: charge, unit: 'USD' };
  return {
    surface: 'log',
    id,
    state,
    to: textOf(log['to']),
    from: textOf(log['from']),
    inbound: isInbound(log['direction']),
    createdAt,
    // The log tells when the call was made and nothing later.
    at: null,
    endedAt: createdAt === null ? null : createdAt + (seconds ?? 0) * 1000,
    facts,
  };
}

/** A call of the compatibility interface; null where it cannot be read. */
export function callSighting(value: unknown): Sighting | null {
  const call = objectOf(value);
  const id = textOf(call?.['sid']);
  const state = stateOf(call?.['status']);
  if (!call || id === null || state === null) return null;
  const endedAt = instantOf(call['end_time']);
  return {
    surface: 'call',
    id,
    state,
    to: textOf(call['to']),
    from: textOf(call['from']),
    inbound: isInbound(call['direction']),
    createdAt: instantOf(call['date_created']),
    // Whether it began with the dial or with the answer, its start time does not say.
    at: endedAt,
    endedAt,
    facts: callFacts(call, state),
  };
}

function callFacts(call: Readonly<Record<string, unknown>>, state: CallState): Sighting['facts'] {
  const facts: Sighting['facts'] = {};
  const seconds = numberOf(call['duration']);
  if (state === 'disconnected' && seconds !== null) facts.durationSeconds = seconds;
  const machine = machineOf(call['answered_by']);
  if (machine !== null) facts.answeredByMachine = machine;
  const price = numberOf(call['price']);
  // A price is what was taken from the balance: negative in what this interface is compatible with.
  if (price !== null && price !== 0) facts.cost = { amount: Math.abs(price), unit: textOf(call['price_unit']) ?? 'USD' };
  const sip = textOf(call['sip_result_code']);
  if (state !== 'disconnected' && sip !== null) facts.reason = `SIP ${sip}`;
  return facts;
}

/**
 * The sighting that is the call: to its number, from its own where both are known, made a minute before it was claimed at the
 * earliest, and none that is known to be another's: the number may have been called a moment before. Of several, the one nearest
 * after the claim: rule 15 lets no second one of ours be near.
 */
export function nearestOf(sightings: readonly Sighting[], sought: Sought): Sighting | null {
  const fits = sightings.filter(
    ({ id, to, from, inbound, createdAt }) =>
      !inbound &&
      !sought.isAnothers(id) &&
      isSameNumber(to, sought.phone) &&
      (from === null || sought.from === null || isSameNumber(from, sought.from)) &&
      createdAt !== null &&
      createdAt >= sought.claimed.earliest - BEFORE_MS,
  );
  // Dates of one interface have whole seconds, cut off.
  const distance = (after: number) => (after >= -1000 ? after : BEFORE_MS * 1e6 - after);
  const rank = ({ createdAt }: Sighting) =>
    Math.min(distance(createdAt! - sought.claimed.earliest), distance(createdAt! - sought.claimed.latest));
  return fits.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Clocks differ: the call may have been made a little before we claimed it. */
export const BEFORE_MS = 60_000;

const figures = (number: string) => number.replace(/[^\d]/g, '');
const isSameNumber = (told: string | null, ours: string) => told !== null && figures(told) === figures(ours);
