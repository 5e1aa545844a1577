import type { Analytics } from '../../shared/contract/analytics.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { successRate, sumFigures } from './sum-figures.ts';

/**
 * The figures of one campaign, practice included, by its own dates and hours. People are counted by the very counters that its card
 * and its queue show, so that no two screens differ.
 * @throws AppError `not_found`.
 */
export function campaignAnalytics(parts: Parts, actor: Actor, id: string): Analytics {
  const { campaigns, rollups } = parts.data;
  const scope = scopeOf(actor);
  const campaign = campaigns.get(scope, id);
  const counts = campaigns.countsOf(scope, id);
  if (!campaign || !counts) throw notFound('campaign');
  const completed = counts.completed + counts.failed;
  return {
    total: counts.total,
    completed,
    successful: counts.completed,
    failed: counts.failed,
    successRate: successRate(counts.completed, completed),
    ...sumFigures(rollups.ofCampaign(id)),
    timeZone: campaign.timeZone,
    practiceIncluded: true,
  };
}
