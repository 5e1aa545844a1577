/** Everything that waits, over all campaigns: the list, one person of it, and what happened to them. */
import { countOf, placeOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';
import { tickedWords } from './selection.ts';

const people = (count: number) => countOf(count, 'person', 'people');

export const queuePage = {
  title: 'Queue',
  show: 'Who is shown',
  filters: {
    waiting: 'Waiting',
    calling: 'Being called',
    callbacks: 'Callbacks',
    completed: 'Successful',
    failed: 'Failed',
    skipped: 'Skipped',
    cancelled: 'Cancelled',
  },
  search: 'Find name or number',
  found: (total: number, isExact: boolean) =>
    total === 0 ? 'Nobody found' : `${isExact ? people(total) : `more than ${people(total - 1)}`} found`,
  list: 'People in the queue',
  keys: 'Arrow keys move, Space selects, with Shift on the way, Enter opens, the menu key shows the actions.',
  next: (when: string) => `Next call ${when}`,
  rate: (rate: number) => `${number(rate)} ${rate === 1 ? 'call' : 'calls'} in the last hour`,
  due: (due: number) => (due === 0 ? 'Nobody is due now' : `${number(due)} due now`),
  empty: {
    calling: 'Nobody is being called right now.',
    callbacks: 'Nobody asked to be called back.',
    completed: 'No call has been successful yet.',
    failed: 'Nobody failed to be reached.',
    skipped: 'Nobody was skipped.',
    cancelled: 'Nobody’s call was cancelled.',
  },
  nobodyAtAll: {
    title: 'Nobody is in the queue',
    what: 'A campaign puts its people here. You see who is called next and why not now, and can change it by hand.',
    start: 'New campaign',
  },
  notFound: (text: string) => `Nobody here has “${text}” in the name or number.`,
  noneOfCampaign: 'Nobody of this campaign is here.',
  showAll: 'Show everyone',
  movedOn: 'No longer in this list',
  sortBy: (name: string) => `Sort by ${name.toLowerCase()}`,
  moreFor: (name: string) => `Actions for ${name}`,
  more: 'Actions',
  notYours: 'Only whoever it belongs to changes it',
} as const;

export const queueColumns = {
  position: '#',
  positionName: 'Position in its campaign',
  contact: 'Contact',
  campaign: 'Campaign',
  priority: 'Priority',
  expected: 'Expected',
  wait: 'Wait',
  ended: 'Last change',
  why: 'Why not now',
  state: 'State',
  attempts: 'Attempts',
  now: 'now',
  there: (timeZone: string, here: string) => `Times in ${placeOf(timeZone)}; ${here} your time`,
  selectOne: (name: string) => `Select ${name}`,
  selectAll: 'Select all that match',
  selectNone: 'Select nobody',
} as const;

export const queueSelection = { ...tickedWords, label: 'Selected people', more: 'More', moreFor: 'More for those selected' } as const;

export const itemFacts = {
  planned: 'Planned for',
  plannedBy: { spread: 'spread', retry: 'retry', callback: 'callback', hand: 'set by hand' },
  yourTime: 'In your time',
  wait: 'Wait',
  campaign: 'Campaign',
  id: 'Queue id',
  lastAttempt: 'Last attempt',
  notes: 'Noted with it',
  history: 'History',
  noHistory: 'Nothing happened yet.',
  by: (who: string) => (who === 'ringmaster' ? 'Ringmaster' : who),
  because: (reason: string) => `because: ${reason}`,
  gone: 'This person is no longer in the queue.',
} as const;
