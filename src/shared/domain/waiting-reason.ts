/**
 * The words for why an item or a campaign is not being called now: one sentence, on the thing itself (complaint 25).
 *
 * Decides wording and until when it holds; which reason it is, `why-not-now.ts` decides from the facts. Must never name
 * what a supervisor cannot see: another's campaign, a claim, a webhook. Called by the lists, the cards and `inspect`.
 */

import { localTimeOf } from './calendar.ts';
import { countOf, dayInWords, placeOf, spanInWords, whenInWords } from './time-words.ts';

export type LimitLevel = 'campaign' | 'user' | 'system' | 'provider';

/** Why not now, in plain values. Instants in UTC milliseconds. */
export type WaitingCause =
  | { code: 'not-started'; startOn: string | null; todayOn: string; until: number | null }
  | { code: 'over'; state: 'completed' | 'cancelled' }
  | { code: 'do-not-call' }
  | { code: 'paused'; by: string | null; pausedAt: number | null; reason: string | null }
  | { code: 'engine'; sentence: string }
  | { code: 'no-opening'; ended: boolean }
  | { code: 'callback'; at: number; until: number }
  | { code: 'window-closed'; timeZone: string; until: number; opensAt: number }
  | { code: 'retry'; attempt: number; maxAttempts: number; until: number }
  | { code: 'planned'; until: number }
  | { code: 'number-busy' }
  | { code: 'gap'; lastCalledAt: number; gapMs: number }
  | { code: 'limit-full'; level: LimitLevel; limit: number }
  | { code: 'provider'; sentence: string; until: number | null }
  | { code: 'turn' }
  | { code: 'nobody-waiting'; up: number };

export type WaitingCode = WaitingCause['code'];

export interface WaitingReason {
  code: WaitingCode;
  sentence: string;
  /** Instant at which the reason ends, null where nobody can tell. */
  until: number | null;
}

/** From where it is looked at: now, and the campaign's zone, in whose time the sentence speaks. */
export interface Viewpoint {
  now: number;
  timeZone: string;
}

/** The reason as an item tells it, short enough for a row: "Closed in London, 19:32 there". */
export function itemReason(cause: WaitingCause, view: Viewpoint): WaitingReason {
  return { code: cause.code, sentence: itemSentence(cause, view), until: untilOf(cause) };
}

/** The reason as a campaign tells it, whole sentences with the way out: for the strip on its card. */
export function campaignReason(cause: WaitingCause, view: Viewpoint): WaitingReason {
  return { code: cause.code, sentence: campaignSentence(cause, view), until: untilOf(cause) };
}

function untilOf(cause: WaitingCause): number | null {
  if (cause.code === 'gap') return cause.lastCalledAt + cause.gapMs;
  return 'until' in cause ? cause.until : null;
}

function itemSentence(cause: WaitingCause, { now, timeZone }: Viewpoint): string {
  switch (cause.code) {
    case 'not-started':
      return cause.startOn === null ? 'Campaign is a draft' : `Campaign starts ${dayInWords(cause.startOn, cause.todayOn)}`;
    case 'over':
      return `Campaign is ${cause.state}`;
    case 'do-not-call':
      return 'On the do-not-call list, will be skipped';
    case 'paused':
      return 'Campaign is paused';
    case 'engine':
    case 'provider':
      return cause.sentence;
    case 'no-opening':
      return cause.ended ? 'The end date has passed' : 'No opening within 366 days, will be skipped';
    case 'callback':
      return `Asked to be called ${atOrDay(whenInWords(cause.at, now, timeZone))}`;
    case 'window-closed':
      return `Closed in ${placeOf(cause.timeZone)}, ${localTimeOf(now, cause.timeZone)} there`;
    case 'retry':
      return `Retry ${cause.attempt} of ${cause.maxAttempts}, not before ${whenInWords(cause.until, now, timeZone)}`;
    case 'planned':
      return `Planned for ${whenInWords(cause.until, now, timeZone)}`;
    case 'number-busy':
      return 'A call to this number is up';
    case 'gap':
      return `Called ${spanInWords(now - cause.lastCalledAt)} ago, gap is ${spanInWords(cause.gapMs)}`;
    case 'limit-full':
      return limitSentence(cause.level, cause.limit);
    case 'turn':
      return 'Due, next in its turn';
    case 'nobody-waiting':
      return 'Nobody is waiting';
  }
}

function campaignSentence(cause: WaitingCause, view: Viewpoint): string {
  switch (cause.code) {
    case 'paused':
      return pausedSentence(cause, view);
    case 'window-closed':
      return windowSentence(cause, view.now);
    case 'no-opening':
      return cause.ended
        ? 'The end date has passed. A later end date calls those who are left.'
        : 'No opening within 366 days. Check weekdays and holidays.';
    case 'not-started':
      return cause.startOn === null
        ? 'It is a draft. Start it when it is ready.'
        : `It starts ${dayInWords(cause.startOn, cause.todayOn)}.`;
    case 'over':
      return `It is ${cause.state}.`;
    case 'planned':
      return `The next call is planned for ${whenInWords(cause.until, view.now, view.timeZone)}.`;
    case 'callback':
      return `The next call is a callback, asked for ${atOrDay(whenInWords(cause.at, view.now, view.timeZone))}.`;
    case 'retry':
      return `The next call is a retry, not before ${whenInWords(cause.until, view.now, view.timeZone)}.`;
    case 'turn':
      return 'The next call is due and waits for its turn.';
    case 'nobody-waiting':
      return cause.up === 0 ? 'Nobody is waiting.' : `Nobody is waiting. ${countOf(cause.up, 'call is', 'calls are')} up.`;
    case 'do-not-call':
      return 'The next person is on the do-not-call list and will be skipped.';
    case 'number-busy':
      return 'The next person has a call up already.';
    case 'gap':
      return `The next person was called ${spanInWords(view.now - cause.lastCalledAt)} ago, the gap is ${spanInWords(cause.gapMs)}.`;
    case 'engine':
    case 'provider':
      return cause.sentence;
    case 'limit-full':
      return `${limitSentence(cause.level, cause.limit)}.`;
  }
}

function pausedSentence(cause: Extract<WaitingCause, { code: 'paused' }>, { now, timeZone }: Viewpoint): string {
  const who = cause.by === null ? 'It was paused' : `${cause.by} paused it`;
  const when = cause.pausedAt === null ? '' : ` ${atOrDay(whenInWords(cause.pausedAt, now, timeZone))}`;
  const reason = (cause.reason ?? '').trim();
  return reason === '' ? `${who}${when}.` : `${who}${when}: ${/[.!?]["”’']?$/.test(reason) ? reason : `${reason}.`}`;
}

function windowSentence(cause: Extract<WaitingCause, { code: 'window-closed' }>, now: number): string {
  const place = placeOf(cause.timeZone);
  const opens = atOrDay(whenInWords(cause.opensAt, now, cause.timeZone));
  return `The calling window is closed: it is ${localTimeOf(now, cause.timeZone)} in ${place}. It opens ${opens} there.`;
}

const OWNER: Readonly<Record<LimitLevel, string>> = { campaign: 'campaign', user: 'supervisor', system: 'system', provider: 'provider' };

function limitSentence(level: LimitLevel, limit: number): string {
  const owner = `The ${OWNER[level]}’s`;
  if (limit <= 0) return `${owner} limit is 0, no new calls`;
  return limit === 1 ? `${owner} only slot is in use` : `${owner} ${countOf(limit, 'slot')} are in use`;
}

/** `14:34` needs an "at" before it, `tomorrow at 09:00` does not. */
function atOrDay(when: string): string {
  return /^\d/.test(when) ? `at ${when}` : when;
}
