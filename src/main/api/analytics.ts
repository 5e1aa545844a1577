/** Figures of one campaign and of what spans campaigns, the calls behind them, and the same as a file. */
import { implement } from '@orpc/server';
import { analyticsContract, type CountedCall } from '../../shared/contract/analytics.ts';
import { breakdown } from '../analytics/breakdown.ts';
import { type CountedRow, callsBehind } from '../analytics/calls-behind.ts';
import { campaignAnalytics } from '../analytics/campaign-analytics.ts';
import { exportFigures } from '../analytics/export.ts';
import { totals } from '../analytics/totals.ts';
import { callView } from '../calls/call-view.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';

const person = implement(analyticsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const analyticsRouter = person.router({
  campaign: person.campaign.handler(async ({ context, input }) => ({
    analytics: await campaignAnalytics(context.parts, context.actor, input.id),
  })),
  totals: person.totals.handler(({ context, input }) => totals(context.parts, context.actor, input)),
  breakdown: person.breakdown.handler(({ context, input }) => breakdown(context.parts, context.actor, input)),
  calls: person.calls.handler(async ({ context, input }) => {
    const { calls, total, from, to } = await callsBehind(context.parts, context.actor, input);
    // Counted by the figures, however many they are.
    return { ...pageFrame(calls, total, input), totalIsExact: true, calls: calls.map(toCountedCall), from, to };
  }),
  export: person.export.handler(async ({ context, input }) => {
    const { fileName, csv } = await exportFigures(context.parts, context.actor, input);
    return new File([csv], fileName, { type: 'text/csv; charset=utf-8' });
  }),
});

function toCountedCall({ row, userName, outcome }: CountedRow): CountedCall {
  const { cost, costUnit } = row.call;
  return { ...callView(row), userName, outcome, cost: cost === null ? null : { amount: cost, unit: costUnit ?? '' } };
}
