/** The wallboard: what is up now, what today came to, who is next. */
import { countOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';

export const live = {
  title: 'Live',
  board: 'Wallboard',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen (Esc)',
  /** Whose clock the board goes by. */
  clock: (place: string) => `Time in ${place}`,
  empty: {
    title: 'Nothing to watch yet',
    what: 'Calls that are up, slots, the next calls and the figures of today stand here as soon as a campaign runs.',
    newCampaign: 'New campaign',
  },
} as const;

export const summary = {
  label: 'Today',
  ofUp: (limit: number) => `of ${number(limit)} up`,
  everyone: (up: number, limit: number) => `${number(up)} of ${number(limit)} of everyone`,
  doneToday: 'Done today',
  since: (hour: number) => `since ${String(hour).padStart(2, '0')}:00`,
  noneYet: 'no call yet',
  practice: (note: string) => `practice, ${note}`,
  successRate: 'Success rate',
  rateOf: (successful: number, completed: number) =>
    completed === 0 ? 'nobody done yet' : `${number(successful)} of ${number(completed)}`,
  callsPerHour: 'Calls per hour',
  lastHour: 'last 60 minutes',
  waiting: 'Waiting',
  dueSoon: (due: number, isExact: boolean) => `${isExact ? '' : 'over '}${number(due)} due in 5 minutes`,
  outcomes: 'Outcomes today',
} as const;

export const callsUp = {
  title: 'Calls up',
  note: (count: number) => (count === 0 ? 'none' : `${number(count)}, longest first`),
  table: 'Calls up, longest first',
  state: 'State',
  contact: 'Contact',
  whose: 'Supervisor',
  runsFor: 'Runs for',
  practice: 'practice',
  notConfirmed: 'not confirmed by the provider',
  free: 'Free',
  takenNext: 'Taken by the next call that is due',
  nobodyWaits: 'Nobody is waiting',
  ownLimitZero: 'Your limit is 0: no new calls',
  systemLimitZero: 'The limit of the whole system is 0: no new calls',
  systemFull: (limit: number) => `Not now: all ${number(limit)} slots of the whole system are in use`,
  everyoneFull: 'Not now: everyone with people waiting has their own slots in use',
  allPaused: 'Everyone who waits is in a paused campaign or a draft',
  moreFree: (count: number) => `${number(count)} more free`,
  noSlot: 'No slot is free',
} as const;

export const slotsWords = {
  bySupervisor: 'Slots by supervisor',
  own: 'Slots',
  you: 'You',
  everyone: 'Everyone',
  everyoneElse: 'Everyone else',
  of: (up: number, limit: number) => `${number(up)} of ${number(limit)}`,
  waiting: (waiting: number) => (waiting === 0 ? 'nothing waiting' : `${number(waiting)} waiting`),
  full: 'full',
  noCalls: 'limit 0, no new calls',
  turns: 'Turns in the last hour',
  noTurns: 'Nobody took a turn in the last hour.',
} as const;

export const nextWords = {
  title: 'Next ten',
  table: 'The next ten calls',
  when: 'In',
  now: 'now',
  none: 'Nobody is waiting.',
  noTime: 'Nobody can tell when the next call goes out.',
  paused: (count: number) =>
    `${countOf(count, 'person', 'people')} ${count === 1 ? 'waits' : 'wait'} in paused campaigns until they are resumed.`,
  drafts: (count: number) => `${countOf(count, 'person', 'people')} ${count === 1 ? 'is' : 'are'} in drafts that were not started.`,
  /** Beside the campaign, where the time comes from something else than the plan. */
  reasons: {
    callback: 'callback',
    retry: 'another try',
    'window-closed': 'window closed',
    'limit-full': 'slots in use',
    gap: 'called just now',
    'number-busy': 'a call to this number is up',
    'not-started': 'not started yet',
  } as Readonly<Record<string, string>>,
} as const;
