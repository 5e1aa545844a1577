/** Pauses what a fault at the provider concerns, at once and with its reason: one campaign for a wrong set-up, all of a provider's for a refused account. */
import type { ProviderName } from '../../shared/domain/states.ts';
import type { Campaign } from '../data/campaign-store.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** Whose call it was: its campaign, null for a test, and its provider. */
interface Concerned {
  campaignId: string | null;
  provider: ProviderName;
}

export function pauseForFaultTx(
  parts: Parts,
  { campaignId, provider }: Concerned,
  why: 'wrong-setup' | 'stop-everything',
  sentence: string,
): void {
  const { campaigns, agents } = parts.data;
  const active = campaigns.inStates(everyone, ['active']);
  const isConcerned = (campaign: Campaign) =>
    // Always the one whose call it was: its item may name an agent of its own.
    campaign.id === campaignId || (why === 'stop-everything' && agents.get(everyone, campaign.agentId)?.provider === provider);
  const concerned = active.filter(isConcerned);
  for (const campaign of concerned) pauseByFaultTx(parts, campaign, sentence);
}

/** Pauses one active campaign, with the reason on its card and a notice to its owner. */
export function pauseByFaultTx(parts: Parts, campaign: Campaign, sentence: string): void {
  const now = parts.clock.now();
  const paused = { pausedAt: now, pausedBy: 'ringmaster', pausedReason: sentence };
  if (!parts.data.campaigns.moveTx(campaign, 'active', 'paused', now, paused)) return;
  parts.data.notices.addTx({
    id: parts.ids.next('notice'),
    userId: campaign.userId,
    campaignId: campaign.id,
    level: 'error',
    code: 'campaign-paused-by-fault',
    sentence: `Ringmaster paused “${campaign.name}”. ${sentence}`,
    at: now,
  });
}
