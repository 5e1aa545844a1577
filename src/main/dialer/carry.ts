/**
 * Carries through what a change of one campaign row means for its many items: cancel, end date, a later one, new spread. One step of
 * at most 500 rows a transaction; the gate on the row holds from the first moment, so that no call goes out in between.
 */
import { spreadPlan } from '../../shared/domain/spread.ts';
import { openingOf } from '../campaigns/opening.ts';
import { settleCampaignTx } from '../campaigns/settle.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { type Carry, STEP } from '../data/duty-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

interface Respread {
  items: number[];
  plan: { from: number; stepMs: number };
}

export class Carrying {
  private readonly parts: Parts;
  /** The order of a respread under way. After a restart it is made anew: the same items, the same times or later ones. */
  private readonly respreads = new Map<string, Respread>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Does one step of every campaign that has work to carry through. @returns whether there is more. */
  run(): boolean {
    const { duties, campaigns } = this.parts.data;
    const carried = duties.carried();
    if (carried.length === 0) return false;
    for (const { id, carry, after } of carried) {
      const campaign = campaigns.get(everyone, id);
      this.parts.data.database.write(() => {
        if (!campaign) duties.carryTx(id, null);
        else this.stepTx(campaign, carry, after);
      });
    }
    return duties.carried().length > 0;
  }

  private stepTx(campaign: Campaign, carry: Carry, after: number): void {
    const { duties } = this.parts.data;
    const now = this.parts.clock.now();
    switch (carry) {
      case 'cancel':
        if (duties.cancelStepTx(campaign.id, now, campaign.cancelledBy ?? 'ringmaster', campaign.cancelledReason) < STEP)
          this.doneTx(campaign);
        return;
      case 'expire':
        if (duties.expireStepTx(campaign.id, now) < STEP) this.expiredTx(campaign);
        return;
      case 'reopen':
        this.reopenStepTx(campaign, after);
        return;
      case 'respread':
        this.respreadStepTx(campaign, after);
    }
  }

  private doneTx(campaign: Campaign): void {
    this.parts.data.duties.carryTx(campaign.id, null);
    settleCampaignTx(this.parts, campaign.id);
  }

  /** The end date is over: how many were never called is told, and a later date is offered (rule 5). */
  private expiredTx(campaign: Campaign): void {
    this.doneTx(campaign);
    const { data, clock, ids } = this.parts;
    const { neverCalled = 0 } = data.campaigns.get(everyone, campaign.id) ?? {};
    if (neverCalled === 0) return;
    data.notices.addOnceTx({
      id: ids.next('notice'),
      userId: campaign.userId,
      campaignId: campaign.id,
      level: 'warning',
      code: 'end-date-passed',
      sentence: `The end date of “${campaign.name}” has passed: ${neverCalled} ${neverCalled === 1 ? 'person was' : 'people were'} never called. Choose a later end date to call them.`,
      at: clock.now(),
    });
  }

  /** What is reopened keeps its own time: a new spread that was wanted as well comes behind it and is of the others. */
  private reopenStepTx(campaign: Campaign, after: number): void {
    const { duties, campaigns } = this.parts.data;
    const now = this.parts.clock.now();
    const next = duties.reopenClosedStepTx(campaign, after, now, campaign.reopenedBy ?? campaign.userId);
    if (next !== null) return duties.carryTx(campaign.id, 'reopen', next);
    // Nobody is left out, whatever became of single ones meanwhile.
    campaigns.changeTx(campaign, now, { neverCalled: 0, respreadNext: false });
    if (campaign.respreadNext) duties.carryTx(campaign.id, 'respread');
    else this.doneTx(campaign);
  }

  private respreadStepTx(campaign: Campaign, after: number): void {
    const { duties } = this.parts.data;
    const respread = after === 0 || !this.respreads.has(campaign.id) ? this.planRespread(campaign) : this.respreads.get(campaign.id);
    const first = this.respreads.has(campaign.id) ? after : 0;
    if (respread) this.respreads.set(campaign.id, respread);
    const step = respread?.items.slice(first, first + STEP) ?? [];
    if (respread) duties.respreadStepTx(campaign.id, step, first, respread.plan, campaign.pacing === 'asap');
    const held = duties.askAgainStepTx(campaign.id);
    if (step.length < STEP && held < STEP) {
      this.respreads.delete(campaign.id);
      this.doneTx(campaign);
    } else duties.carryTx(campaign.id, 'respread', first + step.length);
  }

  private planRespread(campaign: Campaign): Respread | undefined {
    const now = this.parts.clock.now();
    const opening = openingOf(campaign, this.parts.data.compliance.holidaySet(), now);
    if (!opening) return undefined;
    const items = this.parts.data.duties.spreadOrder(campaign.id);
    return { items, plan: spreadPlan(items.length, opening, now) };
  }
}
