/**
 * What would happen if the campaign were started as it is: who will be skipped and why, when the others are called, and what
 * forbids the start (complaint 22). Writes nothing, promises nothing: between now and then numbers are barred and limits move.
 */
import type { CampaignSettings, Forecast, ForecastInput } from '../../shared/contract/campaigns.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { DAY_MS, isTimeZone, MINUTE_MS } from '../../shared/domain/calendar.ts';
import { nextCommonOpening, nextOpening, type Opening } from '../../shared/domain/calling-window.ts';
import { USUAL_DURATION_MS } from '../../shared/domain/estimate.ts';
import { spreadPlan } from '../../shared/domain/spread.ts';
import { startRefusal } from '../../shared/domain/start-refusal.ts';
import { countOf, whenInWords } from '../../shared/domain/time-words.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { PeopleGroup } from '../data/people-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { systemLimit } from '../settings/concurrency.ts';
import { newCampaignRow, weekdaysOf } from './create.ts';
import { ownCampaign } from './find.ts';
import { openingOf, type WindowFields, windowOf } from './opening.ts';

/** Contacts asked about in one query. */
const READ = 2_000;

export interface CallPlan {
  calls: number;
  firstAt: number;
  everyMs: number | null;
  doneBy: number | null;
  sentence: string;
}

export type ForecastTold = Omit<Forecast, 'plan'> & { plan: CallPlan | null };

/** @throws AppError `not_found` where people are to be added to a campaign, or come from a file, that is not one's own. */
export async function forecast(parts: Parts, actor: Actor, given: ForecastInput): Promise<ForecastTold> {
  const campaign = plannedCampaign(parts, actor, given);
  const now = parts.clock.now();
  const holidays = parts.data.compliance.holidaySet();
  const { groups: listed, asked } = await groupsOf(parts, campaign, given.contactIds ?? []);
  const missing = asked - sumOf(listed, () => true);
  const groups = [...listed, ...peopleOfFile(parts, actor, given.importId)];
  const found = sumOf(groups, () => true);
  const more = given.morePeople ?? 0;
  const alreadyIn = sumOf(groups, ({ known }) => known === 1);
  const fresh = groups.filter(({ known }) => known === 0);
  const doNotCall = sumOf(fresh, (group) => group.doNotCall === 1);
  const opening = openingOf(campaign, holidays, now);
  const noOpening =
    sumOf(fresh, (group) => group.doNotCall === 0 && !hasOpening(campaign, group.timeZone, opening, now, holidays)) + (opening ? 0 : more);
  const callable = found - alreadyIn - doNotCall - noOpening + more;
  const counts = { total: found + more, callable, skipped: doNotCall + noOpening, doNotCall, noOpening, alreadyIn, missing };
  return {
    ...counts,
    skippedSentence: skippedSentence(counts, campaign.endOn),
    plan: opening && callable > 0 ? planOf(parts, campaign, callable, opening, holidays) : null,
    refusal: startRefusal({
      contacts: given.campaignId === undefined ? found + more : 1,
      keepOpen: campaign.keepOpen,
      window: windowOf(campaign),
      now,
      holidays,
    }),
  };
}

/** The campaign that is asked about: one that is there, with what would be changed, or one that would be created. */
function plannedCampaign(parts: Parts, actor: Actor, given: ForecastInput): Campaign {
  const { campaignId, contactIds: _ids, morePeople: _more, importId: _file, ...settings } = given;
  if (campaignId === undefined) {
    const whole: CampaignSettings = { ...settings, name: '', agentId: '', nextAction: '' };
    return { ...newCampaignRow(parts, actor, whole), id: '', status: 'draft' } as Campaign;
  }
  const { startDate, endDate, retry: _retry, weekdays, ...same } = settings;
  const known = Object.fromEntries(Object.entries(same).filter(([, value]) => value !== undefined));
  return {
    ...ownCampaign(parts, actor, campaignId),
    ...known,
    ...(weekdays === undefined ? {} : { weekdays: weekdaysOf(weekdays) }),
    ...(startDate === undefined ? {} : { startOn: startDate }),
    ...(endDate === undefined ? {} : { endOn: endDate }),
  };
}

async function groupsOf(
  parts: Parts,
  campaign: Campaign,
  contactIds: readonly number[],
): Promise<{ groups: PeopleGroup[]; asked: number }> {
  const ids = [...new Set(contactIds)];
  const groups: PeopleGroup[] = [];
  for (let from = 0; from < ids.length; from += READ) {
    if (from > 0) await sleep(parts.clock, 0);
    groups.push(...parts.data.people.groupsOf(campaign, ids.slice(from, from + READ)));
  }
  return { groups, asked: ids.length };
}

function peopleOfFile(parts: Parts, actor: Actor, importId: string | undefined): PeopleGroup[] {
  if (importId === undefined) return [];
  const people = parts.data.imports.peopleOf(ownScope(actor), importId);
  if (!people) throw notFound('import');
  return people;
}

const sumOf = (groups: readonly PeopleGroup[], which: (group: PeopleGroup) => boolean) =>
  groups.filter(which).reduce((sum, { people }) => sum + people, 0);

function hasOpening(
  campaign: Campaign,
  timeZone: string | null,
  opening: Opening | null,
  now: number,
  holidays: ReadonlySet<string>,
): boolean {
  if (!opening || !campaign.useContactZone || timeZone === null) return opening !== null;
  return nextCommonOpening(windowOf(campaign), timeZone, now, holidays) !== null;
}

/** "150 of 1,000 will be skipped: 100 do-not-call, 50 with no opening before the end date." Empty where nobody is. */
function skippedSentence(
  { total, skipped, doNotCall, noOpening }: Omit<Forecast, 'plan' | 'refusal' | 'skippedSentence'>,
  endOn: string | null,
): string {
  if (skipped === 0) return '';
  const reasons = [
    ...(doNotCall > 0 ? [`${grouped(doNotCall)} do-not-call`] : []),
    ...(noOpening > 0 ? [`${grouped(noOpening)} with no opening ${endOn === null ? 'within a year' : 'before the end date'}`] : []),
  ];
  return `${grouped(skipped)} of ${grouped(total)} will be skipped: ${reasons.join(', ')}.`;
}

const grouped = (count: number) => countOf(count, '', '').trim();

function planOf(parts: Parts, campaign: Campaign, calls: number, opening: Opening, holidays: ReadonlySet<string>): CallPlan {
  const now = parts.clock.now();
  const { from, stepMs } = spreadPlan(calls, opening, now);
  const everyMs = campaign.pacing === 'spread' && calls > 1 ? stepMs : null;
  const lastSpread = campaign.pacing === 'spread' ? from + (calls - 1) * stepMs : from;
  const limits = [
    campaign.concurrencyLimit ?? Number.POSITIVE_INFINITY,
    parts.data.campaigns.userLimit(campaign.userId),
    systemLimit(parts),
  ];
  const doneBy = doneAt(campaign, { from, until: opening.until }, (calls * USUAL_DURATION_MS) / Math.min(...limits), lastSpread, holidays);
  const pace = everyMs === null ? (campaign.pacing === 'asap' ? 'as fast as allowed' : null) : `one about every ${paceInWords(everyMs)}`;
  const end =
    doneBy === null
      ? 'not all before the end'
      : `done by ${whenInWords(doneBy, now, isTimeZone(campaign.timeZone) ? campaign.timeZone : 'UTC')}`;
  const sentence = `${[countOf(calls, 'call'), pace, end].filter((part) => part !== null).join(', ')}.`;
  return { calls, firstAt: from, everyMs, doneBy, sentence };
}

/** When the last call is over, if each takes as usual and all slots are ours: the work goes on from opening to opening. */
export function doneAt(
  campaign: WindowFields,
  first: { from: number; until: number },
  workMs: number,
  lastSpread: number,
  holidays: ReadonlySet<string>,
): number | null {
  if (!Number.isFinite(workMs)) return null;
  let left = workMs;
  let open: { from: number; until: number } | null = first;
  const latest = first.from + 366 * DAY_MS;
  while (open && open.from < latest) {
    if (left <= open.until - open.from) return Math.max(open.from + left, lastSpread + USUAL_DURATION_MS);
    left -= open.until - open.from;
    open = nextOpening(windowOf(campaign), open.until, holidays);
  }
  return null;
}

function paceInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const [count, unit] = minutes >= 1 ? [minutes, 'minute'] : [Math.max(1, Math.round(ms / 1000)), 'second'];
  return count === 1 ? unit : countOf(count, unit);
}
