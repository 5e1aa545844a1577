/**
 * Pauses a campaign whose calls mostly fail at the provider (`shared/domain/campaign-breaker.ts`), with the reason on its card.
 *
 * Looks after each commit in which a call failed, before the next pass claims anything. Must never hang up, nor pause again for
 * calls that were claimed before somebody resumed.
 */
import { tooManyFailed } from '../../shared/domain/campaign-breaker.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { pauseByFaultTx } from './fault-pause.ts';

export class CampaignBreaker {
  private readonly parts: Parts;
  /** When a campaign was last paused here: what was claimed before is told already. */
  private readonly trippedAt = new Map<string, number>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  look(campaignIds: Iterable<string>): void {
    for (const id of campaignIds) this.lookAt(id);
  }

  private lookAt(id: string): void {
    const { data, clock } = this.parts;
    const campaign = data.campaigns.get(everyone, id);
    if (campaign?.status !== 'active') return;
    const { breaker } = dialingSettings(this.parts);
    const now = clock.now();
    const found = tooManyFailed(data.calls.lastEnds(id, this.trippedAt.get(id) ?? 0), breaker, now);
    if (!found) return;
    this.trippedAt.set(id, now);
    const sentence = `${found.failed} of its last ${found.of} calls failed at the provider. Look at one of them, then resume.`;
    data.database.write(() => pauseByFaultTx(this.parts, campaign, sentence));
  }
}
