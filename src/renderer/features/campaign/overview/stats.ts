/** The figures of a campaign in the words of its strip. Pure; the strip draws them. */
import type { Campaign, Outlook } from '../../../../shared/contract/campaigns.ts';
import { spanInWords, whenInWords } from '../../../../shared/domain/time-words.ts';
import { type Figure, nothing } from '../../../components/figure-words.ts';
import { percent } from '../../../lib/format.ts';
import { overview } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { tabOf } from '../../campaigns/tabs.ts';

/** Of the people who are done: how many were reached. */
export function successFigure({ successfulCalls, completedCalls }: Pick<Campaign, 'successfulCalls' | 'completedCalls'>): Figure {
  if (completedCalls === 0) return nothing(overview.noneDone);
  return { value: percent(successfulCalls / completedCalls), note: overview.ofDone(successfulCalls, completedCalls) };
}

/** When the last call is over, as far as that can be told. */
export function doneByFigure(campaign: Campaign, outlook: Outlook | null, now: number): Figure {
  if (campaign.status === 'completed' || campaign.status === 'cancelled') {
    return campaign.completedAt === null ? nothing() : timeFigure(campaign.completedAt, now, campaign.timeZone);
  }
  if (campaign.status === 'paused') return nothing(overview.afterResume);
  if (campaign.status === 'draft') return nothing(overview.afterStart);
  if (campaign.queued === 0) return nothing(campaign.callsUp > 0 ? overview.lastCalls : overview.nobodyWaits);
  if (outlook === null) return nothing();
  // Where no call is planned at all, there is no room: its reason stands above.
  if (outlook.doneBy === null) return nothing(outlook.planned === null ? '' : overview.notAllBeforeEnd);
  const when = timeFigure(outlook.doneBy, now, campaign.timeZone);
  const pace =
    outlook.everyMs === null ? (campaign.pacing === 'asap' ? overview.asFast : '') : overview.every(spanInWords(outlook.everyMs));
  return { value: when.value, note: [when.note, pace].filter(Boolean).join(', ') };
}

/** The time large, the day below it where it is not today. */
function timeFigure(at: Date, now: number, timeZone: string): Figure {
  const [first = '', time] = whenInWords(at.getTime(), now, timeZone).split(' at ');
  return time === undefined ? { value: first, note: '' } : { value: time, note: first };
}

export const doneByWord = ({ status }: Campaign): string => (tabOf(status) === 'completed' ? overview.ended : overview.doneBy);

/** `145 of 240 done, 3 up, 92 queued`. */
export function progressWords(campaign: Campaign, done: number): string {
  const { totalContacts, callsUp, queued } = campaign;
  if (totalContacts === 0) return overview.nobody;
  return [
    overview.done(done, totalContacts),
    ...(callsUp > 0 ? [overview.up(callsUp)] : []),
    ...(queued > 0 ? [overview.queued(queued)] : []),
  ].join(', ');
}

export const progressShare = ({ progress, totalContacts }: Campaign): string => (totalContacts === 0 ? common.nothing : percent(progress));
