/**
 * How many people of a campaign could be called again, by how their last call ended: what `callAgain` would put back.
 *
 * Counts in steps, so that a list of a million holds nothing up. Writes nothing.
 */
import type { CALL_AGAIN_OUTCOMES } from '../../shared/contract/campaigns.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { seenCampaign } from './find.ts';

/** Items counted in one go: a few milliseconds. */
const STEP = 5_000;

type NotReached = Record<(typeof CALL_AGAIN_OUTCOMES)[number], number>;

/** @throws AppError `not_found`. */
export async function notReached(parts: Parts, actor: Actor, id: string): Promise<NotReached> {
  const campaign = seenCampaign(parts, actor, id);
  const counts = parts.data.campaigns.countsOf(scopeOf(actor), campaign.id);
  const people: NotReached = {
    busy: 0,
    'no-answer': 0,
    voicemail: 0,
    failed: 0,
    unknown: 0,
    cancelled: counts?.cancelled ?? 0,
    skipped: counts?.skipped ?? 0,
  };
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const groups = parts.data.people.failedStep(id, after, STEP);
    for (const group of groups) {
      const outcome = outcomeOf(group);
      if (outcome !== null) people[outcome] += group.people;
    }
    if (groups.reduce((sum, group) => sum + group.people, 0) < STEP) return people;
    after = Math.max(...groups.map(({ last }) => last));
    await sleep(parts.clock, 0);
  }
}

/** A completed call that reached nobody, or a machine, counts as what it was (domain.md). */
function outcomeOf({ result, machine }: { result: string | null; machine: 0 | 1 | null }): keyof NotReached | null {
  switch (result) {
    case 'busy':
    case 'no-answer':
    case 'voicemail':
    case 'failed':
    case 'unknown':
      return result;
    case 'completed':
      if (machine === null) return null;
      return machine === 1 ? 'voicemail' : 'no-answer';
    case null:
    default:
      return null;
  }
}
