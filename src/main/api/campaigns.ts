/** Campaigns: what a supervisor can do with them. */
import { implement } from '@orpc/server';
import { COUNTED_TO } from '../../shared/contract/base.ts';
import { campaignsContract, type PeopleAdded } from '../../shared/contract/campaigns.ts';
import { addContacts } from '../campaigns/add-people.ts';
import { pauseAll, resumeAll } from '../campaigns/all.ts';
import { createCampaign } from '../campaigns/create.ts';
import { createDemo } from '../campaigns/demo.ts';
import { duplicateCampaign } from '../campaigns/duplicate.ts';
import { forecast } from '../campaigns/forecast.ts';
import { notReached } from '../campaigns/not-reached.ts';
import { campaignOutlook } from '../campaigns/outlook.ts';
import { callAgain } from '../campaigns/reopen.ts';
import { resumeCampaign, startCampaign } from '../campaigns/start.ts';
import { cancelCampaign, deleteCampaign, pauseCampaign, type Stopped, touchCalls } from '../campaigns/stop.ts';
import { countTabs, listCampaigns, readCampaign } from '../campaigns/summary.ts';
import { updateCampaign } from '../campaigns/update.ts';
import type { Actor, Parts } from '../parts.ts';
import { readCampaignStates } from '../queue/states.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';
import { toCampaign } from './campaign-shape.ts';
import { dateOf, dateOrNull } from './shape.ts';

const person = implement(campaignsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

interface Asked {
  context: { parts: Parts; actor: Actor };
}

const shown = ({ context }: Asked, id: string) => toCampaign(readCampaign(context.parts, context.actor, id));
const made = (asked: Asked, { campaign, people }: { campaign: { id: string }; people: PeopleAdded }) => ({
  campaign: shown(asked, campaign.id),
  people,
});
const withCalls = async (asked: Asked, id: string) => ({
  campaign: shown(asked, id),
  calls: await touchCalls(asked.context.parts, id, false, asked.context.actor.userId),
});
const stopped = (asked: Asked, { campaign, calls }: Stopped) => ({ campaign: shown(asked, campaign.id), calls });

export const campaignsRouter = person.router({
  list: person.list.handler(({ context, input: { status, ...query } }) => {
    const filter = { ...query, statuses: readCampaignStates(status) };
    const { campaigns, total } = listCampaigns(context.parts, context.actor, filter, COUNTED_TO);
    return { ...pageFrame(campaigns, total, query), campaigns: campaigns.map(toCampaign) };
  }),
  tabs: person.tabs.handler(({ context }) => ({ tabs: countTabs(context.parts, context.actor) })),
  get: person.get.handler((asked) => ({ campaign: shown(asked, asked.input.id) })),
  create: person.create.handler(async (asked) => made(asked, await createCampaign(asked.context.parts, asked.context.actor, asked.input))),
  bulkCall: person.bulkCall.handler(async (asked) =>
    made(asked, await createCampaign(asked.context.parts, asked.context.actor, asked.input)),
  ),
  demo: person.demo.handler(async (asked) =>
    made(asked, await createDemo(asked.context.parts, asked.context.actor, asked.input?.timeZone)),
  ),
  forecast: person.forecast.handler(async ({ context, input }) => {
    const { plan, ...told } = await forecast(context.parts, context.actor, input);
    return { forecast: { ...told, plan: plan && { ...plan, firstAt: dateOf(plan.firstAt), doneBy: dateOrNull(plan.doneBy) } } };
  }),
  outlook: person.outlook.handler(({ context, input }) => {
    const { doneBy, ...told } = campaignOutlook(context.parts, context.actor, input.id);
    return { outlook: { ...told, doneBy: dateOrNull(doneBy) } };
  }),
  update: person.update.handler((asked) => {
    const { id, ...changes } = asked.input;
    updateCampaign(asked.context.parts, asked.context.actor, id, changes);
    return withCalls(asked, id);
  }),
  delete: person.delete.handler(async ({ context, input }) => {
    const { summary, calls } = await deleteCampaign(context.parts, context.actor, input.id);
    return { campaign: toCampaign(summary), calls, message: 'The campaign was deleted. Its calls and figures stay.' };
  }),
  start: person.start.handler((asked) => {
    startCampaign(asked.context.parts, asked.context.actor, asked.input.id);
    return withCalls(asked, asked.input.id);
  }),
  pause: person.pause.handler(async (asked) => stopped(asked, await pauseCampaign(asked.context.parts, asked.context.actor, asked.input))),
  resume: person.resume.handler((asked) => {
    resumeCampaign(asked.context.parts, asked.context.actor, asked.input.id);
    return withCalls(asked, asked.input.id);
  }),
  cancel: person.cancel.handler(async (asked) =>
    stopped(asked, await cancelCampaign(asked.context.parts, asked.context.actor, asked.input)),
  ),
  duplicate: person.duplicate.handler(async (asked) =>
    made(asked, await duplicateCampaign(asked.context.parts, asked.context.actor, asked.input)),
  ),
  addContacts: person.addContacts.handler(async (asked) => {
    const people = await addContacts(asked.context.parts, asked.context.actor, asked.input);
    return { campaign: shown(asked, asked.input.id), ...people };
  }),
  callAgain: person.callAgain.handler(async (asked) => {
    const reopened = await callAgain(asked.context.parts, asked.context.actor, asked.input);
    return { campaign: shown(asked, asked.input.id), reopened };
  }),
  notReached: person.notReached.handler(async ({ context, input }) => ({
    people: await notReached(context.parts, context.actor, input.id),
  })),
  pauseAll: person.pauseAll.handler(({ context, input }) => pauseAll(context.parts, context.actor, input)),
  resumeAll: person.resumeAll.handler(({ context }) => ({ resumed: resumeAll(context.parts, context.actor) })),
});
