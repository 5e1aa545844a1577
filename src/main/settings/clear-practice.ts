/**
 * Clears what was only practice (rule 16): calls, people in the queues and figures of practice campaigns that are over, and practice
 * calls wherever else they were made.
 *
 * A campaign is hidden before its first row goes, so that nobody ever sees half of one. Each step is a transaction of its own, and
 * other work goes on between two; what was begun goes on after a restart. Started, resumed and stopped by the engine.
 */
import * as z from 'zod';
import type { PracticeClearing as Progress, PracticeState } from '../../shared/contract/data.ts';
import { cancelCampaign } from '../campaigns/stop.ts';
import type { PracticeCampaign } from '../data/practice-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from './must-be-admin.ts';

const KEY = 'practice-clearing';
const Stored = z.object({ startedAt: z.number(), by: z.string() });
/** Between two looks whether the last calls of what was cancelled are over. */
const LOOK_AGAIN_MS = 1_000;
const AFTER_FAULT_MS = 10_000;

/** What a step left to do: at once, after a while, or nothing. */
type Next = 'more' | 'wait' | 'done';

export class PracticeClearing {
  private readonly parts: Parts;
  private cancelTimer = () => {};
  private running = false;
  private stopped = false;
  private waiting = false;
  private gone = { campaigns: 0, people: 0, calls: 0 };
  /** The campaign whose rows are being deleted now. */
  private current: PracticeCampaign | null = null;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Goes on with what was begun before a restart. */
  resume(): void {
    if (this.stored()) this.run();
  }

  stop(): void {
    this.stopped = true;
    this.cancelTimer();
  }

  /** What there is to clear, and how far a clearing is. */
  state(): PracticeState {
    const stored = this.stored();
    const clearing: Progress | null = stored && { startedAt: new Date(stored.startedAt), ...this.gone, waiting: this.waiting };
    return { ...this.parts.data.practice.sums(), clearing };
  }

  /**
   * Begins to clear; a second wish while it runs adds only what it includes. Admins only.
   * @param includeRunning cancels practice campaigns that run and hangs up their calls, so that they are cleared as well.
   */
  async begin(actor: Actor, { includeRunning }: { includeRunning: boolean }): Promise<PracticeState> {
    mustBeAdmin(actor);
    const { data, clock, log } = this.parts;
    if (!this.stored()) {
      this.gone = { campaigns: 0, people: 0, calls: 0 };
      data.database.write(() => data.settings.writeTx(KEY, { startedAt: clock.now(), by: actor.userId }, clock.now()));
    }
    log.info({ by: actor.userId, includeRunning }, 'clearing practice');
    if (includeRunning) {
      for (const id of data.practice.running())
        await cancelCampaign(this.parts, actor, { id, reason: 'Practice was cleared', hangUp: true });
    }
    this.run();
    return this.state();
  }

  private stored() {
    const stored = Stored.safeParse(this.parts.data.settings.read(KEY));
    return stored.success ? stored.data : null;
  }

  private run(): void {
    if (this.running) return;
    this.running = true;
    this.sleep(0);
  }

  private sleep(ms: number): void {
    if (this.stopped) return;
    this.cancelTimer = this.parts.clock.after(ms, () => this.goOn());
  }

  private goOn(): void {
    try {
      const next = this.parts.data.database.write(() => this.stepTx());
      this.waiting = next === 'wait';
      if (next === 'done') this.finish();
      else this.sleep(next === 'wait' ? LOOK_AGAIN_MS : 0);
    } catch (error) {
      this.parts.log.error({ err: error }, 'a step of clearing practice failed; it is tried again');
      this.current = null;
      this.sleep(AFTER_FAULT_MS);
    }
  }

  private finish(): void {
    const { data, clock, log } = this.parts;
    this.running = false;
    data.database.write(() => data.settings.writeTx(KEY, {}, clock.now()));
    log.info(this.gone, 'practice is cleared');
  }

  private stepTx(): Next {
    const { practice } = this.parts.data;
    this.current ??= this.beginCampaignTx();
    if (this.current) return this.campaignStepTx(this.current);
    const mixed = practice.nextMixed();
    if (mixed !== null) {
      if (!this.callsStepTx(mixed)) practice.deleteFiguresTx(mixed);
      return 'more';
    }
    if (this.callsStepTx(null) || practice.deleteUnmatchedTx() > 0) return 'more';
    return practice.hasUnrest() ? 'wait' : 'done';
  }

  /** Hides the next campaign, whose rows then go. */
  private beginCampaignTx(): PracticeCampaign | null {
    const { data, clock } = this.parts;
    const campaign = data.practice.nextEnded();
    if (!campaign) return null;
    if (!campaign.isHidden) data.campaigns.hideTx(campaign, clock.now());
    data.practice.closeNoticesTx(campaign.id, clock.now());
    return campaign;
  }

  private campaignStepTx({ id }: PracticeCampaign): Next {
    const { practice } = this.parts.data;
    if (this.callsStepTx(id)) return 'more';
    const people = practice.deleteItemsTx(id);
    this.gone.people += people;
    if (people > 0 || practice.deleteFiguresTx(id) > 0) return 'more';
    this.gone.campaigns += 1;
    this.current = null;
    return 'more';
  }

  /** @returns whether calls were deleted. */
  private callsStepTx(campaignId: string | null): boolean {
    const calls = this.parts.data.practice.deleteCallsTx(campaignId);
    this.gone.calls += calls;
    return calls > 0;
  }
}
