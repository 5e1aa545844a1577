import type { Analytics } from '../../shared/contract/analytics.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { addDays, DAY_MS, instantOf } from '../../shared/domain/calendar.ts';
import { type Actor, everyone, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { type Asked, breathing, stretchFacts } from './day-figures.ts';
import { type Facts, toldFacts } from './facts.ts';
import { successRate, sumFigures } from './sum-figures.ts';

/**
 * The figures of one campaign, practice included, by its own dates and hours. People are counted by the very counters that its card
 * and its queue show, so that no two screens differ.
 * @throws AppError `not_found`.
 */
export async function campaignAnalytics(parts: Parts, actor: Actor, id: string): Promise<Analytics> {
  const { campaigns, rollups } = parts.data;
  const scope = scopeOf(actor);
  const campaign = campaigns.get(scope, id);
  const counts = campaigns.countsOf(scope, id);
  if (!campaign || !counts) throw notFound('campaign');
  const rows = rollups.ofCampaign(id);
  const facts = await factsOn(parts, { scope: everyone, filter: { campaignId: id, practice: 'with' } }, new Set(rows.map(({ on }) => on)));
  const completed = counts.completed + counts.failed;
  return {
    total: counts.total,
    completed,
    successful: counts.completed,
    failed: counts.failed,
    successRate: successRate(counts.completed, completed),
    ...sumFigures(rows),
    ...toldFacts(facts),
    timeZone: campaign.timeZone,
    practiceIncluded: true,
  };
}

/** Read by days of UTC: a date of whichever zone lies within its own, the one before and the one after. */
async function factsOn(parts: Parts, asked: Asked, dates: ReadonlySet<string>): Promise<Facts[]> {
  const days = new Set([...dates].flatMap((on) => [addDays(on, -1), on, addDays(on, 1)]));
  const facts: Facts[] = [];
  const breath = breathing(parts);
  for (const on of days) {
    const from = instantOf(on, '00:00', 'UTC');
    facts.push(stretchFacts(parts, asked, { from, until: from + DAY_MS }));
    await breath.take();
  }
  return facts;
}
