/**
 * The days of campaigns: starts those whose date has come, renews openings that have ended, and closes what is past its end
 * date (rules 4 and 5). One row a campaign; what concerns its many items is carried through by `carry.ts`.
 */
import type { Campaign } from '../data/campaign-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { currentOpening, hasEnded, hasStartCome } from '../campaigns/opening.ts';

/** Campaigns without any opening are asked again after this time, and not in every pass. */
const ASK_AGAIN_MS = 60_000;

export class Activation {
  private readonly parts: Parts;
  private askUnknownAt = 0;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Brings every campaign to this moment. */
  run(): void {
    const { data, clock } = this.parts;
    const now = clock.now();
    const unknownToo = now >= this.askUnknownAt || now < this.askUnknownAt - ASK_AGAIN_MS;
    const stale = data.duties.staleOpenings(now, unknownToo);
    const scheduled = data.duties.scheduledCampaigns();
    if (unknownToo) this.askUnknownAt = now + ASK_AGAIN_MS;
    if (stale.length === 0 && scheduled.length === 0) return;
    data.database.write(() => {
      const holidays = data.compliance.holidaySet();
      for (const id of stale) this.renewTx(id, holidays, now);
      for (const id of scheduled) this.startTx(id, now);
    });
  }

  private renewTx(id: string, holidays: ReadonlySet<string>, now: number): void {
    const { data } = this.parts;
    const campaign = data.campaigns.get(everyone, id);
    if (!campaign) return;
    const opening = currentOpening(campaign, holidays, now);
    if (opening.openFrom !== campaign.openFrom || opening.openUntil !== campaign.openUntil) data.campaigns.changeTx(campaign, now, opening);
    if (hasEnded(campaign, now) && campaign.carry === null) data.duties.carryTx(id, 'expire');
    else if (opening.openFrom === null && !isTimeZone(campaign.timeZone)) this.tellBrokenZoneTx(campaign, now);
  }

  private startTx(id: string, now: number): void {
    const { campaigns } = this.parts.data;
    const campaign = campaigns.get(everyone, id);
    if (campaign?.status === 'scheduled' && hasStartCome(campaign, now)) campaigns.moveTx(campaign, 'scheduled', 'active', now);
  }

  /** Where the window cannot be computed no call is made, and someone is told (rule 4). */
  private tellBrokenZoneTx(campaign: Campaign, now: number): void {
    this.parts.data.notices.addOnceTx({
      id: this.parts.ids.next('notice'),
      userId: campaign.userId,
      campaignId: campaign.id,
      level: 'error',
      code: 'time-zone-unknown',
      sentence: `“${campaign.name}” makes no calls: nobody knows the time zone “${campaign.timeZone}”. Choose another in its settings.`,
      at: now,
    });
  }
}
