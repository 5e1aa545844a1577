/** The list of campaigns: cards, tabs, what may be done and what comes of it. */
import { countOf, placeOf } from '../../shared/domain/time-words.ts';
import { number, percent } from '../lib/format.ts';

const calls = (count: number) => countOf(count, 'call');

export const campaignsPage = {
  title: 'Campaigns',
  newCampaign: 'New campaign',
  tabsLabel: 'Campaigns by state',
  tabs: { active: 'Active', scheduled: 'Scheduled', completed: 'Completed', drafts: 'Drafts' },
  search: 'Search campaigns',
  sort: 'Sort by',
  sorts: { newest: 'Newest first', name: 'Name', startDate: 'Start date', changed: 'Changed last' },
  notFound: (text: string) => `No campaign here has “${text}” in its name.`,
  showMore: 'Show more',
  empty: {
    title: 'No campaigns yet',
    what: 'A campaign calls everyone on a list: one agent, one goal, and the hours when calls are welcome. Drop a CSV anywhere in this window to begin.',
    choose: 'Choose a CSV file',
    pick: 'Pick from contacts',
    tryIt: (people: number) => `Try it with ${people} invented people`,
  },
  emptyTab: {
    active: 'No campaign is running or paused.',
    scheduled: 'No campaign waits for its start date.',
    completed: 'No campaign has ended yet.',
    drafts: 'No draft is kept.',
  },
} as const;

export const states = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  active: 'Running',
  activeShut: 'Running, window closed',
  paused: 'Paused',
  completed: 'Completed',
  cancelled: 'Cancelled',
} as const;

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `every day`, `Mon–Fri`, `Mon, Wed, Fri`. Weekdays are 1 (Monday) to 7. */
export function weekdaysInWords(weekdays: readonly number[]): string {
  const sorted = [...new Set(weekdays)].toSorted((a, b) => a - b);
  if (sorted.length === 7) return 'every day';
  if (sorted.length === 0) return 'on no day';
  const first = sorted[0] ?? 1;
  const last = sorted.at(-1) ?? first;
  const unbroken = last - first + 1 === sorted.length;
  if (unbroken && sorted.length > 2) return `${dayName(first)}–${dayName(last)}`;
  return sorted.map(dayName).join(', ');
}
const dayName = (weekday: number): string => DAYS[weekday - 1] ?? String(weekday);

export const card = {
  window: (first: string, last: string, timeZone: string, viewersZone: string, weekdays: readonly number[]) =>
    `${first}–${last}${timeZone === viewersZone ? '' : ` ${placeOf(timeZone)}`}, ${weekdaysInWords(weekdays)}`,
  done: (done: number, total: number) =>
    total === 0 ? 'nobody in it' : `${number(done)} of ${number(total)} done (${percent(done / total)})`,
  bar: (done: number, total: number, successful: number, failed: number) =>
    `${number(done)} of ${number(total)} done, ${number(successful)} successful, ${number(failed)} failed`,
  barLabel: 'Done',
  up: (up: number) => `${number(up)} up`,
  skipped: (skipped: number) => `${number(skipped)} skipped`,
  cancelled: (cancelled: number) => `${number(cancelled)} cancelled`,
  working: {
    cancel: 'cancelling those who wait',
    expire: 'closing those who were never reached',
    reopen: 'putting those back who were left',
    respread: 'planning the calls anew',
  },
  created: (when: string) => `created ${when}`,
  successful: 'Successful',
  failed: 'Failed',
  queued: 'Queued',
  practice: 'practice',
  owner: (name: string) => `of ${name}`,
  you: 'You',
  yourTime: (when: string) => `${when} your time`,
  thatIs: (when: string) => `That is ${when} your time.`,
  nextNow: 'now',
  nextNowNote: 'as slots become free',
  afterResume: 'after it is resumed',
  notStarted: 'not started',
  nobodyLeft: 'nobody is left to call',
  lastCalls: 'the last calls are up',
  ended: 'the last call',
  cancelledNote: 'cancelled for good',
  noNext: 'no call is planned',
} as const;

export const actions = {
  pause: 'Pause',
  resume: 'Resume',
  start: 'Start',
  more: 'More',
  moreFor: (name: string) => `More for ${name}`,
  edit: 'Edit',
  addPeople: 'Add people…',
  callAgain: 'Call again…',
  duplicate: 'Duplicate…',
  cancel: 'Cancel campaign…',
  delete: 'Delete…',
  undo: 'Undo',
} as const;

export const stopWords = {
  pauseTitle: (name: string) => `Pause “${name}”?`,
  pauseWhat: 'No new call goes out until it is resumed.',
  reason: 'Why (for whoever looks at it next)',
  keepRunning: 'Keep it running',
  pause: 'Pause campaign',
  pauseAndHangUp: (up: number) => `Pause and hang up ${calls(up)}`,
  cancelTitle: (name: string) => `Cancel “${name}”?`,
  cancelWhat: (queued: number) =>
    `${queued === 0 ? 'Nobody is waiting in it.' : `${calls(queued)} will not be made.`} A cancelled campaign cannot be started again; its calls and figures stay.`,
  keepIt: 'Keep it',
  cancelIt: 'Cancel campaign',
  cancelAndHangUp: (up: number) => `Cancel and hang up ${calls(up)}`,
  deleteTitle: (name: string) => `Delete “${name}”?`,
  deleteWhat: 'It leaves this list. Its calls and figures stay in the totals.',
  deleteDraftWhat: 'It was never started, so no call is lost. Its people stay among your contacts.',
  deleteIt: 'Delete campaign',
} as const;

/** What was done, with what became of the calls that were up. */
export const doneWords = {
  paused: (name: string, touched: CallsTouched) => `“${name}” is paused.${becameOf(touched)}`,
  cancelled: (name: string, touched: CallsTouched) => `“${name}” is cancelled.${becameOf(touched)}`,
  resumed: (name: string) => `“${name}” is resumed.`,
  started: (name: string) => `“${name}” is started.`,
  deleted: (name: string) => `“${name}” is deleted.`,
} as const;

interface CallsTouched {
  up: number;
  hungUp: number;
  cannotHangUp: number;
}

function becameOf({ up, hungUp, cannotHangUp }: CallsTouched): string {
  const goOn = up - hungUp;
  const parts = [
    hungUp > 0 ? `${calls(hungUp)} ${hungUp === 1 ? 'was' : 'were'} hung up.` : '',
    goOn > 0
      ? `${calls(goOn)} ${cannotHangUp > 0 ? 'cannot be hung up and ' : ''}${goOn === 1 ? 'goes' : 'go'} on to ${goOn === 1 ? 'its' : 'their'} end.`
      : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}
