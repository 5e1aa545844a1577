/**
 * Puts final items back into the queue, because a person asked to call again; what a later end date reopens, the dialer carries
 * through (`dialer/carry.ts`).
 *
 * In steps, each with its part of the counters and its line in the history. `max_attempts` is raised to at least one more than
 * made; the items are due at once, in their old order. A completed campaign is active again with the first of them.
 */
import { conflict } from '../../shared/domain/app-error.ts';
import { CALL_AGAIN_OUTCOMES } from '../../shared/contract/campaigns.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Actor, everyone } from '../data/scope.ts';
import type { FinalFilter } from '../data/people-store.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { ownCampaign } from './find.ts';
import { currentOpening, hasEnded } from './opening.ts';

/** Items of one step: each is a guarded move and a line of history. */
const REOPEN_STEP = 200;

type Outcome = (typeof CALL_AGAIN_OUTCOMES)[number];

/** The final items of each outcome. A completed call that reached nobody, or a machine, counts as what it was (domain.md). */
const ITEMS_OF: Readonly<Record<Outcome, readonly FinalFilter[]>> = {
  busy: [{ status: 'failed', results: ['busy'] }],
  'no-answer': [
    { status: 'failed', results: ['no-answer'] },
    { status: 'failed', results: ['completed'], machine: false },
  ],
  voicemail: [
    { status: 'failed', results: ['voicemail'] },
    { status: 'failed', results: ['completed'], machine: true },
  ],
  failed: [{ status: 'failed', results: ['failed'] }],
  unknown: [{ status: 'failed', results: ['unknown'] }],
  cancelled: [{ status: 'cancelled' }],
  skipped: [{ status: 'skipped' }],
};

/**
 * Calls those again whose last call ended so.
 * @returns how many were put back.
 * @throws AppError `not_found`, `campaign_cancelled`, `campaign_not_started`, `campaign_ended`.
 */
export async function callAgain(
  parts: Parts,
  actor: Actor,
  { id, outcomes }: { id: string; outcomes: readonly Outcome[] },
): Promise<number> {
  const campaign = ownCampaign(parts, actor, id);
  refuseNewcomers(parts, campaign);
  const filters = [...new Set(outcomes)].flatMap((outcome) => ITEMS_OF[outcome]);
  return reopenItems(parts, campaign, filters, actor.userId);
}

/**
 * Whether people may be put in or back at all.
 * @throws AppError `campaign_cancelled`, `campaign_ended`.
 */
export function refuseNewcomers(parts: Parts, campaign: Campaign): void {
  if (campaign.status === 'cancelled') throw conflict('campaign_cancelled', 'The campaign is cancelled. Duplicate it to call more people.');
  if (campaign.status !== 'draft' && hasEnded(campaign, parts.clock.now())) {
    throw conflict('campaign_ended', `The end date ${campaign.endOn} has passed. Choose a later end date first.`);
  }
}

/** Puts back the final items that the filters find, step by step, each at most once. @returns how many. */
async function reopenItems(parts: Parts, campaign: Campaign, filters: readonly FinalFilter[], by: string): Promise<number> {
  let reopened = 0;
  for (const filter of filters) {
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const step = parts.data.database.write(() => reopenStepTx(parts, campaign.id, filter, after, by));
      reopened += step.reopened;
      if (step.last === null) break;
      after = step.last;
      await sleep(parts.clock, 0);
    }
  }
  return reopened;
}

function reopenStepTx(parts: Parts, id: string, filter: FinalFilter, after: number, by: string): { reopened: number; last: number | null } {
  const { data, clock } = parts;
  const now = clock.now();
  const campaign = data.campaigns.get(everyone, id);
  // Cancelled meanwhile: nothing is put back into a cancelled campaign.
  if (!campaign || campaign.status === 'cancelled') return { reopened: 0, last: null };
  const items = data.people.finalStep(id, filter, after, REOPEN_STEP);
  const ids = items.map((item) => item.id);
  const reopened = data.duties.reopenTx(campaign, ids, now, by);
  if (reopened > 0) reactivateTx(parts, campaign);
  return { reopened, last: items.length < REOPEN_STEP ? null : (items.at(-1)?.position ?? null) };
}

/** A completed campaign into which items come is active again. */
export function reactivateTx(parts: Parts, campaign: Campaign): void {
  if (campaign.status !== 'completed') return;
  const { data, clock } = parts;
  const now = clock.now();
  data.campaigns.moveTx(campaign, 'completed', 'active', now, currentOpening(campaign, data.compliance.holidaySet(), now));
}
