/**
 * The room of one claim: what is up and what is allowed, as counted at its beginning and kept while it claims.
 *
 * Lives for one transaction of `claim.ts`. Remembers rows that several candidates ask about, so that each is read once.
 */
import type { DialingSettings } from '../../shared/contract/settings.ts';
import type { CallingWindow } from '../../shared/domain/calling-window.ts';
import type { ProviderName } from '../../shared/domain/states.ts';
import { windowOf } from '../campaigns/opening.ts';
import type { Caller, Occupancy } from '../data/claim-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import { systemLimit } from '../settings/concurrency.ts';
import { dialingSettings } from '../settings/dialing.ts';

type Agent = NonNullable<ReturnType<Parts['data']['agents']['get']>>;
type CampaignRow = NonNullable<ReturnType<Parts['data']['campaigns']['get']>>;

/** Why a provider takes no more calls now: its account's limit, its breaker, or no rate token. */
export type ProviderShut = 'limit' | 'breaker' | 'rate';

/** An agent and the provider that it speaks through. */
export interface Line {
  agent: Agent;
  provider: TelephonyProvider;
  practice: boolean;
}

export class ClaimRoom {
  readonly parts: Parts;
  readonly now: number;
  readonly dialing: DialingSettings;
  readonly gapMs: number;
  readonly holidays: ReadonlySet<string>;
  readonly freeSystemSlots: number;
  /** When a provider that had no rate token has one again; null where none was asked in vain. */
  nextTokenAt: number | null = null;
  private readonly byUser: Map<string, number>;
  private readonly byCampaign: Map<string, number>;
  private readonly byProvider: Map<ProviderName, number>;
  private readonly lines = new Map<string, Line | null>();
  private readonly campaigns = new Map<string, (CampaignRow & { window: CallingWindow }) | null>();
  private readonly shutProviders = new Map<ProviderName, ProviderShut>();

  constructor(parts: Parts, now: number) {
    const up: Occupancy = parts.data.claims.occupancy();
    this.parts = parts;
    this.now = now;
    this.dialing = dialingSettings(parts);
    this.gapMs = this.dialing.gapMinutes * 60_000;
    this.holidays = parts.data.compliance.holidaySet();
    this.freeSystemSlots = Math.max(systemLimit(parts) - up.total, 0);
    this.byUser = new Map(up.byUser);
    this.byCampaign = new Map(up.byCampaign);
    this.byProvider = new Map(up.byProvider);
  }

  /** Slots of the user's own limit that are free. */
  freeSlotsOf(caller: Caller): number {
    return Math.max(caller.limit - (this.byUser.get(caller.userId) ?? 0), 0);
  }

  hasCampaignRoom(campaign: { id: string; concurrencyLimit: number | null }): boolean {
    return campaign.concurrencyLimit === null || (this.byCampaign.get(campaign.id) ?? 0) < campaign.concurrencyLimit;
  }

  /** The agent and its provider; null where either is gone. */
  lineOf(agentId: string): Line | null {
    const known = this.lines.get(agentId);
    if (known !== undefined) return known;
    const agent = this.parts.data.agents.get(everyone, agentId);
    const provider = agent && this.parts.providers[agent.provider];
    const line = agent && provider && agent.deletedAt === null ? { agent, provider, practice: agent.provider === 'practice' } : null;
    this.lines.set(agentId, line);
    return line;
  }

  campaign(id: string) {
    const known = this.campaigns.get(id);
    if (known !== undefined) return known;
    const row = this.parts.data.campaigns.get(everyone, id);
    const campaign = row ? { ...row, window: windowOf(row) } : null;
    this.campaigns.set(id, campaign);
    return campaign;
  }

  /**
   * Whether the provider takes one more call now: its account's limit, its breaker (while open, one probe at a time: rule 13),
   * and a rate token, which is taken here and is never waited for.
   */
  takeProviderRoom(provider: TelephonyProvider): boolean {
    const { name } = provider;
    if (this.shutProviders.has(name)) return false;
    const limit = provider.accountLimit();
    const full = limit !== null && (this.byProvider.get(name) ?? 0) >= limit;
    const { calls, claims } = this.parts.data;
    const probing = calls.health(name).breakerOpenAt !== null && claims.unsettledDials(name) > 0;
    const shut = full ? 'limit' : probing ? 'breaker' : this.takeToken(provider) ? null : 'rate';
    if (shut !== null) this.shutProviders.set(name, shut);
    return shut === null;
  }

  /** Why `takeProviderRoom` refused; null where it did not. */
  whyShut({ name }: TelephonyProvider): ProviderShut | null {
    return this.shutProviders.get(name) ?? null;
  }

  /** Counts a call that was just claimed. */
  fill(userId: string, campaignId: string | null, provider: ProviderName): void {
    this.byUser.set(userId, (this.byUser.get(userId) ?? 0) + 1);
    if (campaignId !== null) this.byCampaign.set(campaignId, (this.byCampaign.get(campaignId) ?? 0) + 1);
    this.byProvider.set(provider, (this.byProvider.get(provider) ?? 0) + 1);
  }

  private takeToken(provider: TelephonyProvider): boolean {
    if (provider.takeRateToken(this.now)) return true;
    const at = provider.nextRateTokenAt(this.now);
    this.nextTokenAt = this.nextTokenAt === null ? at : Math.min(this.nextTokenAt, at);
    return false;
  }
}
