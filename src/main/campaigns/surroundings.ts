/**
 * What holds around campaigns at one moment: limits and what is up, holidays, providers. Read once for a whole page, so that a
 * list asks the same few rows whether it shows one campaign or two hundred.
 */
import { isTimeZone } from '../../shared/domain/calendar.ts';
import { nextOpening, type Opening } from '../../shared/domain/calling-window.ts';
import { CALLS_FOR_MEDIAN, medianOf } from '../../shared/domain/estimate.ts';
import { PROVIDER_NAMES } from '../../shared/domain/provider-names.ts';
import type { ProviderName } from '../../shared/domain/states.ts';
import type { LimitLevel } from '../../shared/domain/waiting-reason.ts';
import type { CampaignFacts } from '../../shared/domain/why-not-now.ts';
import type { CampaignView } from '../data/campaign-store.ts';
import type { Occupancy } from '../data/claim-store.ts';
import type { Parts } from '../parts.ts';
import { systemLimit } from '../settings/concurrency.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { windowOf } from './opening.ts';

/** Who `ringmaster` is in a sentence. */
const PROGRAM = 'Ringmaster';

type ProviderFault = NonNullable<CampaignFacts['providerFault']>;

export class Surroundings {
  readonly parts: Parts;
  readonly now: number;
  readonly holidays: ReadonlySet<string>;
  readonly up: Occupancy;
  readonly systemLimit: number;
  readonly gapMs: number;
  private readonly names: Map<string, string>;
  private readonly medians = new Map<string, number | null>();
  private readonly faults = new Map<ProviderName, ProviderFault | null>();

  constructor(parts: Parts) {
    this.parts = parts;
    this.now = parts.clock.now();
    this.holidays = parts.data.compliance.holidaySet();
    this.up = parts.data.claims.occupancy();
    this.systemLimit = systemLimit(parts);
    this.gapMs = dialingSettings(parts).gapMinutes * 60_000;
    this.names = new Map([['ringmaster', PROGRAM]]);
  }

  /** Names of users, asked once for all that a page shows. */
  learnNames(userIds: readonly (string | null)[]): void {
    const unknown = userIds.filter((id): id is string => id !== null && !this.names.has(id));
    for (const [id, name] of this.parts.data.campaigns.userNames(unknown)) this.names.set(id, name);
  }

  nameOf(userId: string): string {
    return this.names.get(userId) ?? userId;
  }

  callsUp(campaignId: string): number {
    return this.up.byCampaign.get(campaignId) ?? 0;
  }

  /** The opening that contains the instant, else the next one; computed where the row's own does not reach so far. */
  openingAt({ campaign }: CampaignView, at: number): Opening | null {
    const { openFrom, openUntil } = campaign;
    if (openFrom !== null && openUntil !== null && openUntil > at && at >= this.now) return { on: '', from: openFrom, until: openUntil };
    return nextOpening(windowOf(campaign), at, this.holidays);
  }

  /** Median of the time that the campaign's last calls held their slots, in ms; null where it made none. */
  medianOf(campaignId: string): number | null {
    const known = this.medians.get(campaignId);
    if (known !== undefined) return known;
    const median = medianOf(this.parts.data.queue.lastDurations(campaignId, CALLS_FOR_MEDIAN));
    this.medians.set(campaignId, median);
    return median;
  }

  /** Every limit that applies to the campaign: how many calls it allows, and how many of them are up. */
  limitsOf({ campaign, owner, agent }: CampaignView): { level: LimitLevel; limit: number; up: number }[] {
    const account = this.parts.providers[agent.provider]?.accountLimit() ?? null;
    return [
      ...(campaign.concurrencyLimit === null
        ? []
        : [{ level: 'campaign' as const, limit: campaign.concurrencyLimit, up: this.callsUp(campaign.id) }]),
      { level: 'user' as const, limit: owner.limit, up: this.up.byUser.get(owner.id) ?? 0 },
      { level: 'system' as const, limit: this.systemLimit, up: this.up.total },
      ...(account === null ? [] : [{ level: 'provider' as const, limit: account, up: this.up.byProvider.get(agent.provider) ?? 0 }]),
    ];
  }

  smallestLimit(view: CampaignView): number {
    return Math.min(...this.limitsOf(view).map(({ limit }) => limit));
  }

  /** The facts from which the reason for waiting is told. */
  factsOf(view: CampaignView): CampaignFacts {
    const { campaign } = view;
    const full = this.limitsOf(view).find(({ limit, up }) => up >= limit);
    return {
      now: this.now,
      timeZone: zoneOf(view),
      state: campaign.status,
      startOn: campaign.startOn,
      endOn: campaign.endOn,
      pause:
        campaign.status === 'paused'
          ? {
              by: campaign.pausedBy === null ? null : this.nameOf(campaign.pausedBy),
              pausedAt: campaign.pausedAt,
              reason: campaign.pausedReason,
            }
          : null,
      engineFault: this.parts.health.blocking()[0]?.sentence ?? null,
      providerFault: agentFault(view) ?? this.providerFault(view.agent.provider),
      fullLimit: full ? { level: full.level, limit: full.limit } : null,
      opening: this.openingAt(view, this.now),
    };
  }

  private providerFault(provider: ProviderName): ProviderFault | null {
    const known = this.faults.get(provider);
    if (known !== undefined) return known;
    const fault = this.askProvider(provider);
    this.faults.set(provider, fault);
    return fault;
  }

  private askProvider(provider: ProviderName): ProviderFault | null {
    const name = PROVIDER_NAMES[provider];
    if (!this.parts.providers[provider]) return { sentence: `${name} is not set up. Set it up in Settings.`, until: null };
    const { breakerOpenAt, lastReason } = this.parts.data.calls.health(provider);
    if (breakerOpenAt === null) return null;
    return {
      sentence: `${name} does not answer as it should${lastReason ? `: ${lastReason}` : ''}. One call at a time is tried.`,
      until: null,
    };
  }
}

/** An agent may be deleted while none of its campaigns runs; one of them may be active again since. */
const agentFault = ({ agent }: CampaignView): ProviderFault | null =>
  agent.deletedAt === null ? null : { sentence: `${agent.name} was deleted. Give the campaign another agent.`, until: null };

/** The zone in which a campaign speaks; where its own is unknown, no call is made and its sentences speak in UTC. */
export const zoneOf = ({ campaign }: CampaignView) => (isTimeZone(campaign.timeZone) ? campaign.timeZone : 'UTC');
