/** A campaign in the words of the contract. */
import type { Campaign } from '../../shared/contract/campaigns.ts';
import type { CampaignSummary } from '../campaigns/summary.ts';
import { dateOf, dateOrNull, reasonOf } from './shape.ts';

export function toCampaign({ campaign, counts, agent, owner, callsUp, nextCallAt, whyNoCalls, pausedByName }: CampaignSummary): Campaign {
  const done = counts.completed + counts.failed + counts.skipped + counts.cancelled;
  return {
    id: campaign.id,
    userId: campaign.userId,
    ownerName: owner.name,
    name: campaign.name,
    description: campaign.description,
    status: campaign.status,
    agentId: campaign.agentId,
    agentName: agent.name,
    provider: agent.provider,
    practice: agent.provider === 'practice',
    nextAction: campaign.nextAction,
    firstCallTime: campaign.firstCallTime,
    lastCallTime: campaign.lastCallTime,
    timeZone: campaign.timeZone,
    weekdays: campaign.weekdays,
    useContactZone: campaign.useContactZone,
    startDate: campaign.startOn,
    endDate: campaign.endOn,
    pacing: campaign.pacing,
    retry: { maxAttempts: campaign.maxAttempts, retryAfter: campaign.retryAfter, byOutcome: campaign.retryByOutcome },
    concurrencyLimit: campaign.concurrencyLimit,
    keepOpen: campaign.keepOpen,
    totalContacts: counts.total,
    queued: counts.queued,
    processing: counts.processing,
    completedCalls: counts.completed + counts.failed,
    successfulCalls: counts.completed,
    failedCalls: counts.failed,
    skipped: counts.skipped,
    cancelled: counts.cancelled,
    progress: counts.total === 0 ? 0 : done / counts.total,
    callsUp,
    neverCalled: campaign.neverCalled,
    opening:
      campaign.openFrom === null || campaign.openUntil === null
        ? null
        : { from: dateOf(campaign.openFrom), until: dateOf(campaign.openUntil) },
    nextCallAt: dateOrNull(nextCallAt),
    whyNoCalls: reasonOf(whyNoCalls),
    working: campaign.carry,
    paused:
      campaign.pausedBy === null || campaign.pausedAt === null
        ? null
        : {
            by: campaign.pausedBy,
            byName: pausedByName ?? campaign.pausedBy,
            at: dateOf(campaign.pausedAt),
            reason: campaign.pausedReason,
            all: campaign.pausedAllBy !== null,
          },
    cancelReason: campaign.cancelledReason,
    createdAt: dateOf(campaign.createdAt),
    updatedAt: dateOf(campaign.updatedAt),
    startedAt: dateOrNull(campaign.startedAt),
    completedAt: dateOrNull(campaign.completedAt),
  };
}
