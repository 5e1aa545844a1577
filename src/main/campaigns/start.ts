/**
 * Starting and resuming: both ask whether the start date has come in the campaign's zone, and are refused with the same sentences.
 */
import { type AppError, badInput, conflict } from '../../shared/domain/app-error.ts';
import { type StartRefusal, startRefusal, type StartRefusalCode } from '../../shared/domain/start-refusal.ts';
import type { Campaign, CampaignChange } from '../data/campaign-store.ts';
import { type Actor, everyone, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { changedMeanwhile, ownCampaign, seenCampaign } from './find.ts';
import { currentOpening, hasStartCome, windowOf, type WindowFields } from './opening.ts';
import { settleCampaignTx } from './settle.ts';

/** @throws AppError with the code and sentence of the first thing that forbids the start. */
export function checkStart(parts: Parts, campaign: WindowFields & Pick<Campaign, 'keepOpen'>, contacts: number): void {
  const refusal = startRefusal({
    contacts,
    keepOpen: campaign.keepOpen,
    window: windowOf(campaign),
    now: parts.clock.now(),
    holidays: parts.data.compliance.holidaySet(),
  });
  if (refusal) throw refusedStart(refusal, campaign);
}

/** Which field of a request each refusal is about. */
const FIELD_OF: Readonly<Record<StartRefusalCode, string>> = {
  no_contacts: 'contactIds',
  no_weekday: 'weekdays',
  first_not_before_last: 'firstCallTime',
  unknown_time_zone: 'timeZone',
  no_date: 'startDate',
  end_before_start: 'endDate',
  no_opening_left: 'endDate',
};

/** The refusal as it leaves the program, at the field that mends it. */
export function refusedStart({ code, sentence }: StartRefusal, { endOn }: Pick<WindowFields, 'endOn'>): AppError {
  const path = code === 'no_opening_left' && endOn === null ? 'weekdays' : FIELD_OF[code];
  return badInput(code, sentence, { details: [{ path, message: sentence }] });
}

/** Makes the campaign active, or scheduled where its start date is still to come. @returns whether it still was in `from`. */
export function goTx(parts: Parts, campaign: Campaign, change: CampaignChange = {}): boolean {
  const now = parts.clock.now();
  const to = hasStartCome(campaign, now) ? 'active' : 'scheduled';
  const opening = currentOpening(campaign, parts.data.compliance.holidaySet(), now);
  return parts.data.campaigns.moveTx(campaign, campaign.status, to, now, { ...opening, ...change });
}

/**
 * Starts a draft. Its people get new times, for those it was made with may be past.
 * @throws AppError the refusals of a start; `not_a_draft`; `no_such_agent` where it was deleted.
 */
export function startCampaign(parts: Parts, actor: Actor, id: string): Campaign {
  return parts.data.database.write(() => {
    const campaign = ownCampaign(parts, actor, id);
    if (campaign.status !== 'draft') throw conflict('not_a_draft', `Only a draft can be started; this campaign is ${campaign.status}.`);
    refuseWhileImporting(parts, id);
    checkOwner(parts, campaign);
    refuseWithoutAgent(parts, campaign);
    const { queued } = parts.data.campaigns.countsOf(ownScope(actor), id) ?? { queued: 0 };
    checkStart(parts, campaign, queued);
    if (!goTx(parts, campaign, { carry: 'respread', carryAfter: 0 })) throw changedMeanwhile();
    return ownCampaign(parts, actor, id);
  });
}

/**
 * Goes on after a pause: active, or scheduled where the start date has not come.
 * @throws AppError `not_paused`; the refusals of a start (but not for an empty list); `user_switched_off`; `no_such_agent`.
 */
export function resumeCampaign(parts: Parts, actor: Actor, id: string): Campaign {
  return parts.data.database.write(() => {
    const campaign = seenCampaign(parts, actor, id);
    if (campaign.status === 'active' || campaign.status === 'scheduled') return campaign;
    if (campaign.status !== 'paused')
      throw conflict('not_paused', `Only a paused campaign can be resumed; this one is ${campaign.status}.`);
    checkOwner(parts, campaign);
    refuseWithoutAgent(parts, campaign);
    checkStart(parts, campaign, 1);
    resumeTx(parts, campaign);
    return seenCampaign(parts, actor, id);
  });
}

/** Takes a pause back, whoever made it. A campaign of which nothing is left completes. */
function resumeTx(parts: Parts, campaign: Campaign): void {
  if (!goTx(parts, campaign)) throw changedMeanwhile();
  settleCampaignTx(parts, campaign.id);
}

/** A campaign whose people are being imported starts by itself when all are in; never with half of them. */
function refuseWhileImporting(parts: Parts, id: string): void {
  if (!parts.data.imports.isWritingTo(id)) return;
  throw conflict('import_under_way', 'People are still being imported into this campaign; it starts by itself when all are in.', {
    retryable: true,
  });
}

/** A campaign that was over, or a copy of it, may have outlived its agent. */
function refuseWithoutAgent(parts: Parts, campaign: Campaign): void {
  const agent = parts.data.agents.get(everyone, campaign.agentId);
  if (agent?.deletedAt === null) return;
  throw badInput('no_such_agent', 'The agent of this campaign was deleted. Give it another agent, then start it.');
}

function checkOwner(parts: Parts, campaign: Campaign): void {
  if (parts.data.campaigns.isUserActive(campaign.userId)) return;
  throw conflict(
    'user_switched_off',
    'The supervisor of this campaign is switched off. Hand the campaign over, or switch the supervisor on.',
  );
}
