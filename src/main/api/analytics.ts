/** Figures of one campaign and of what spans campaigns. */
import { implement } from '@orpc/server';
import { analyticsContract } from '../../shared/contract/analytics.ts';
import { campaignAnalytics } from '../analytics/campaign-analytics.ts';
import { totals } from '../analytics/totals.ts';
import { type ApiContext, asPerson, tellErrors } from './base.ts';

const person = implement(analyticsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const analyticsRouter = person.router({
  campaign: person.campaign.handler(({ context, input }) => ({ analytics: campaignAnalytics(context.parts, context.actor, input.id) })),
  totals: person.totals.handler(({ context, input }) => totals(context.parts, context.actor, input)),
});
