import type { RetryPolicy } from '../../shared/domain/retry.ts';
import type { Campaign } from '../data/campaign-store.ts';

/** The retry policy on a campaign's row (rule 9). */
export const retryPolicyOf = (campaign: Pick<Campaign, 'maxAttempts' | 'retryAfter' | 'retryByOutcome'>): RetryPolicy => ({
  maxAttempts: campaign.maxAttempts,
  retryAfterMinutes: campaign.retryAfter,
  byOutcome: campaign.retryByOutcome,
});
