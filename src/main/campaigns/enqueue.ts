/**
 * Puts people into a campaign: who joins, in which order, and when each is due (rules 1, 2, 3).
 *
 * Before a campaign has begun everyone is due by its pacing, over the first opening that has not ended; people who come later
 * are due at once. Who is in the campaign in any state is known and left as they are. Larger lists are written in steps of 500,
 * between which others have the store; the import shares the rules here and writes its own steps.
 */
import type { PeopleAdded } from '../../shared/contract/campaigns.ts';
import { compareItems } from '../../shared/domain/claim-order.ts';
import { isNamed, scoreOf } from '../../shared/domain/score.ts';
import { spreadPlan } from '../../shared/domain/spread.ts';
import type { TimeSource } from '../../shared/domain/states.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { STEP } from '../data/duty-store.ts';
import type { NewItem, Person } from '../data/people-store.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { openingOf } from './opening.ts';

/** Contacts read in one go: one query of some milliseconds. */
const READ = 2_000;

/** Someone who joins, with what decides the order. `position` is the place in the list that was given, from 1. */
export interface Joining {
  id: number;
  priority: 0;
  name: string;
  score: number;
  position: number;
}

export interface People {
  joining: Joining[];
  known: number;
  /** Ids of nobody's contact, of another's, or of a deleted one. */
  missing: number;
}

/** Whether the campaign's time has begun: from then on people who come are due at once. */
export const hasBegun = (campaign: Pick<Campaign, 'status' | 'startedAt'>) => campaign.startedAt !== null || campaign.status === 'active';

/** Looks up the people of a list for a campaign of that owner. Writes nothing. */
export async function readPeople(parts: Parts, campaign: { id: string; userId: string }, contactIds: readonly number[]): Promise<People> {
  const ids = [...new Set(contactIds)];
  const people: People = { joining: [], known: 0, missing: 0 };
  for (let from = 0; from < ids.length; from += READ) {
    if (from > 0) await sleep(parts.clock, 0);
    const some = ids.slice(from, from + READ);
    const found = parts.data.people.peopleOf(campaign, some);
    people.missing += some.length - found.length;
    for (const person of found) {
      if (person.known) people.known += 1;
      else people.joining.push(toJoining(person, people.joining.length + 1));
    }
  }
  return people;
}

const toJoining = (person: Person, position: number): Joining => ({
  id: person.contactId,
  priority: 0,
  name: person.name,
  score: scoreOf(person),
  position,
});

/** When the i-th of `n` people (in the order of rule 3) is due, and where that time came from. */
export function timesFor(
  parts: Pick<Parts, 'data' | 'clock'>,
  campaign: Campaign,
  n: number,
): (i: number) => { at: number; by: TimeSource } {
  const now = parts.clock.now();
  if (hasBegun(campaign)) return () => ({ at: now, by: 'hand' });
  const opening = openingOf(campaign, parts.data.compliance.holidaySet(), now);
  // A draft that cannot be called yet: its start gives everyone a time.
  if (!opening) return () => ({ at: now, by: 'spread' });
  const { from, stepMs } = spreadPlan(n, opening, now);
  return (i) => ({ at: campaign.pacing === 'asap' ? from : from + Math.floor(i * stepMs), by: 'spread' });
}

/** The new items of a list: in the order of rule 3 with their times, positions continuing behind the last. */
export function planItems(parts: Pick<Parts, 'data' | 'clock'>, campaign: Campaign, joining: readonly Joining[]): NewItem[] {
  const last = parts.data.people.lastPosition(campaign.id);
  const timeOf = timesFor(parts, campaign, joining.length);
  return joining.toSorted(compareItems).map((person, i) => {
    const { at, by } = timeOf(i);
    return {
      contactId: person.id,
      named: isNamed(person.name),
      score: person.score,
      position: last + person.position,
      scheduledFor: at,
      scheduledBy: by,
    };
  });
}

/**
 * Writes planned items in steps of 500; a list of up to 500 is one transaction. `firstTx` begins the first step, `stepTx` ends each
 * (given the contacts that it put in), `lastTx` the last one, so that what depends on all of them (a start) happens with them or not at all.
 */
export async function writeItems(
  parts: Parts,
  campaign: { id: string; userId: string },
  items: readonly NewItem[],
  { firstTx, stepTx, lastTx }: { firstTx?: () => void; stepTx?: (came: readonly number[]) => void; lastTx?: () => void } = {},
): Promise<number> {
  let added = 0;
  for (let from = 0; from === 0 || from < items.length; from += STEP) {
    if (from > 0) await sleep(parts.clock, 0);
    parts.data.database.write(() => {
      if (from === 0) firstTx?.();
      const came = parts.data.people.insertItemsTx(campaign, items.slice(from, from + STEP), parts.clock.now());
      stepTx?.(came);
      added += came.length;
      if (from + STEP >= items.length) lastTx?.();
    });
  }
  return added;
}

/** What a request is told of its people. */
export const toldOf = (people: People, added: number): PeopleAdded => ({
  added,
  known: people.known + people.joining.length - added,
  missing: people.missing,
});
