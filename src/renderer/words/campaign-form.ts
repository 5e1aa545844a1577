/** What a campaign is beside its people: the form that every way to a new campaign leads to. */
import type { RetriedOutcome } from '../../shared/domain/states.ts';
import { countOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';
import { outcomeWords } from './charts.ts';
import { personWords } from './common.ts';

export const formWords = {
  title: 'The campaign',
  whenTitle: 'When it calls',
  retryTitle: 'Where nobody answers',
  limitTitle: 'Limits',
  unnamed: 'New campaign',
  name: 'Campaign name',
  description: 'Description',
  descriptionHelp: 'For you and your colleagues. The agent is not told.',
  agent: 'Agent',
  noAgent: 'There is no agent yet. A practice agent calls on the practice line: nobody is really called.',
  createAgent: 'Create a practice agent',
  practiceAgent: 'Practice agent',
  practice: 'practice line',
  agentGone: (name: string) => `${name}, no longer there`,
  nextAction: 'Next action',
  nextActionHelp: 'What the agent should achieve in the call',
  nextActionPlaceholder: 'Offer the renewal at the current price and agree on a date',
  firstCallTime: 'First call',
  lastCallTime: 'Last call',
  timeZone: personWords.timeZone,
  contactZone: 'Only when the window is open where the contact is, too',
  contactZoneHelp: 'By the time zone of the contact; who has none counts as being in the zone above.',
  weekdays: 'Weekdays',
  weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  startDate: 'Start date',
  startHelp: (day: string) => `Calls from ${day} on`,
  endDate: 'End date',
  endHelp: 'The last day; empty: no end',
  pacing: 'Pace',
  pacings: { spread: 'Spread over the window', asap: 'As fast as allowed' },
  maxAttempts: 'Attempts',
  maxAttemptsHelp: 'Calls to one person at most',
  retryAfter: 'Minutes between',
  retryAfterHelp: 'After a call that reached nobody',
  byOutcome: 'Other minutes after',
  byOutcomeHelp: 'Empty: the minutes above.',
  outcomes: outcomeWords satisfies Record<RetriedOutcome, string>,
  onlyOnce: 'With one attempt nobody is called again by itself.',
  limit: 'Calls at a time',
  limitHelp: 'Of this campaign; empty: as many as your own limit allows.',
  keepOpen: 'Keep it open when everyone was called',
  keepOpenHelp: 'For lists that a script adds to. It ends with the end date, or when you cancel it.',
  needsName: 'A campaign needs a name.',
  needsAgent: 'Choose who speaks.',
  needsNextAction: 'Say what the agent should achieve.',
  needsWeekday: 'Choose at least one day.',
  lastAfterFirst: 'The last call must come after the first.',
  noDate: 'This is no date.',
  startPassed: 'This day is over.',
  endBeforeStart: 'The end must not come before the start.',
  between: (least: number, most: number) => `A whole number from ${number(least)} to ${number(most)}.`,
  create: 'Create campaign',
  created: (name: string, people: number) => `“${name}” has ${countOf(people, 'person', 'people')} to call.`,
  saveDraft: 'Save as draft',
} as const;

export const forecastWords = {
  waits: 'When the calls go out is shown here once the window is right.',
  first: (when: string, place: string | null) =>
    `The first call goes out ${/^\d/.test(when) ? 'at ' : ''}${when}${place === null ? '' : `, ${place} time`}.`,
  firstNow: 'The first call goes out at once.',
  limit: (limit: number) =>
    limit === 0 ? 'Your limit is 0: no call goes out until an admin raises it.' : `Your limit: ${countOf(limit, 'call')} at a time.`,
  everyoneCalled: 'Nobody will be skipped.',
} as const;
