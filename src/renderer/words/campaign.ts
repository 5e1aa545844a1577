/** One campaign's page: its head, its figures, its people and its calls. */
import { countOf, placeOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';
import { weekdaysInWords } from './campaigns.ts';
import { outcomeWords } from './charts.ts';
import { personWords } from './common.ts';

const people = (count: number) => countOf(count, 'person', 'people');

export const campaignPage = {
  title: 'Campaign',
  where: 'Where you are',
  campaigns: 'Campaigns',
  parts: 'Parts of the campaign',
  tabs: { overview: 'Overview', queue: 'Queue', history: 'History', settings: 'Settings' },
  exportCsv: 'Export CSV',
  gone: 'There is no such campaign. It was deleted, or it is someone else’s.',
  toCampaigns: 'Go to the campaigns',
  window: (first: string, last: string, weekdays: readonly number[], timeZone: string) =>
    `${first}–${last}, ${weekdaysInWords(weekdays)}, ${placeOf(timeZone)}`,
  dates: (start: string, end: string | null) => (end === null ? `since ${start}` : `${start} to ${end}`),
  startsOn: (start: string, end: string | null) => (end === null ? `from ${start}` : `${start} to ${end}`),
  attempts: (most: number) => countOf(most, 'attempt'),
  owner: (name: string) => `of ${name}`,
} as const;

export const overview = {
  figures: 'Figures of the campaign',
  progress: 'Progress',
  successRate: 'Success rate',
  averageTalk: 'Average talk',
  attempts: 'Attempts to answer',
  cost: 'Cost',
  doneBy: 'Done by',
  ended: 'Last call',
  nobody: 'nobody in it',
  done: (done: number, total: number) => `${number(done)} of ${number(total)} done`,
  up: (up: number) => `${number(up)} up`,
  queued: (queued: number) => `${number(queued)} queued`,
  noneDone: 'nobody is done yet',
  ofDone: (successful: number, completed: number) => `${number(successful)} of ${number(completed)} called`,
  afterResume: 'after it is resumed',
  afterStart: 'after it is started',
  lastCalls: 'the last calls are up',
  nobodyWaits: 'nobody is waiting',
  notAllBeforeEnd: 'not all before the end',
  asFast: 'as fast as allowed',
  every: (span: string) => `one call every ${span}`,
  live: 'Live',
  liveCalls: 'Calls up now',
  noCallUp: 'No call is up.',
  callsUp: (up: number) => (up === 0 ? 'no call up' : `${countOf(up, 'call')} up`),
  campaignLimit: 'Campaign limit',
  full: 'full',
  free: (count: number) => `${number(count)} free`,
  attempt: (attempt: number) => `attempt ${number(attempt)}`,
  notAnswered: 'The dial was never answered, so it is looked up',
  runsFor: 'Running for',
  queue: 'Queue',
  waiting: (count: number) => `${number(count)} waiting`,
  showAll: 'Show all',
  nobodyInLine: 'Nobody is waiting.',
  outcomes: 'Outcomes',
  calls: (count: number) => countOf(count, 'call'),
  noHour: 'The hours of the calls stand here once the first is over.',
  noOutcome: 'What came of the calls stands here once the first is over.',
  hours: 'Calls by hour',
  timesIn: (timeZone: string) => `times in ${placeOf(timeZone)}`,
  days: 'Calls by day',
  lastDays: (days: number) => `the last ${number(days)} days`,
  day: 'Day',
  rates: 'Success rate by day',
} as const;

export const queueWords = {
  show: 'Who is shown',
  filters: {
    waiting: 'Waiting',
    completed: 'Successful',
    failed: 'Failed',
    skipped: 'Skipped',
    cancelled: 'Cancelled',
    everyone: 'Everyone',
  },
  search: 'Search name or number',
  table: 'People of the campaign',
  position: '#',
  positionName: 'Position',
  contact: 'Contact',
  phone: 'Phone',
  priority: 'Priority',
  expected: 'Expected',
  in: 'In',
  why: 'Why not now',
  state: 'State',
  attempts: 'Attempts',
  actions: 'Actions',
  attemptsOf: (made: number, most: number) => `${number(made)} of ${number(most)}`,
  now: 'now',
  empty: {
    waiting: 'Nobody is waiting in this campaign.',
    completed: 'No call has been successful yet.',
    failed: 'Nobody failed to be reached.',
    skipped: 'Nobody was skipped.',
    cancelled: 'Nobody’s call was cancelled.',
    everyone: 'Nobody is in this campaign yet.',
  },
  notFound: (text: string) => `Nobody here has “${text}” in the name or number.`,
  of: (count: number) => people(count),
} as const;

export const itemWords = {
  ...personWords,
  before: 'The person before',
  next: 'The next person',
  position: 'Position',
  attempts: 'Attempts',
  priority: 'Priority',
  score: 'Score',
  expected: 'Expected',
  agent: 'Agent',
  contact: 'Contact',
  lastConversation: 'Last conversation',
  deleted: 'Deleted from the contacts',
  doNotCall: 'On the do-not-call list',
  calls: 'Calls',
  noCalls: 'No call has been made yet.',
} as const;

export const historyWords = {
  show: 'Which calls are shown',
  all: 'All',
  outcomes: outcomeWords,
  table: 'Calls of the campaign',
  when: 'When',
  contact: 'Contact',
  phone: 'Phone',
  outcome: 'Outcome',
  talked: 'Talked',
  attempt: 'Attempt',
  agent: 'Agent',
  empty: 'No call is over yet. Each one is listed here with what came of it.',
  emptyOutcome: (outcome: string) => `No call ended so: ${outcome.toLowerCase()}.`,
} as const;

export const laterEnd = {
  what: (count: number, end: string) =>
    `${people(count)} ${count === 1 ? 'was' : 'were'} never called: the end date, ${end}, came first. A later end date calls them.`,
  button: 'Choose a later end date',
  title: (name: string) => `Call those who were left in “${name}”?`,
  keep: 'Leave it ended',
  confirm: 'Move the end date',
  done: (name: string) => `“${name}” goes on until the new end date.`,
  needsLater: 'Choose a date after today.',
} as const;

export const peopleWords = {
  addTitle: (name: string) => `Add people to “${name}”`,
  ways: 'From where',
  contacts: 'From the contacts',
  file: 'From a CSV file',
  noContacts: 'You have no contacts yet. Take a CSV file instead.',
  known: 'People who are in the campaign already are not called again.',
  add: (count: number) => (count === 0 ? 'Add people' : `Add ${people(count)}`),
  added: (added: number, known: number, missing: number) =>
    [
      added === 0 ? 'Nobody was added.' : `${people(added)} ${added === 1 ? 'was' : 'were'} added.`,
      known > 0 ? `${people(known)} ${known === 1 ? 'was' : 'were'} in it already.` : '',
      missing > 0 ? `${people(missing)} ${missing === 1 ? 'is' : 'are'} no longer among your contacts.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  fileWhat: 'A CSV file with one person a row. Only the phone number is needed.',
  writing: (done: number, of: number) => `${number(done)} of ${people(of)} added`,
  nobody: 'Nobody in this file can be called. Check the columns and the country below.',
} as const;

export const againWords = {
  title: (name: string) => `Call again in “${name}”`,
  what: 'Everyone whose last call ended so waits again, with one more attempt.',
  outcomes: 'How the last call ended',
  words: { ...outcomeWords, skipped: 'Skipped, never called' },
  none: 'Everyone was reached, or still waits. There is nobody to call again.',
  keep: 'Leave it as it is',
  confirm: (count: number) => (count === 0 ? 'Call again' : `Call ${people(count)} again`),
  done: (count: number) =>
    count === 0 ? 'There was nobody to call again.' : `${people(count)} ${count === 1 ? 'waits' : 'wait'} for another call.`,
} as const;

export const duplicateWords = {
  title: (name: string) => `Duplicate “${name}”`,
  what: 'A new draft with the same settings. Nobody is called before you start it.',
  name: 'Name of the copy',
  copyOf: (name: string) => `${name.slice(0, 248)} (copy)`,
  withPeople: (count: number) => `With its people (${number(count)})`,
  confirm: 'Duplicate campaign',
  open: 'Open it',
  done: (name: string, added: number) => `“${name}” is a draft${added > 0 ? ` with ${people(added)}` : ''}.`,
} as const;
