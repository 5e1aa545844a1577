/** What stands around every screen: sidebar, header, Pause all. */
import { number } from '../lib/format.ts';
import { countOf } from '../../shared/domain/time-words.ts';

export const slotsInUse = (up: number, of: number) => `${up} of ${countOf(of, 'slot')} in use`;

export const shell = {
  mainNavigation: 'Main',
  nav: { campaigns: 'Campaigns', live: 'Live', queue: 'Queue', contacts: 'Contacts', analytics: 'Analytics', settings: 'Settings' },
  doneToday: 'Done today',
  skipToContent: 'Skip to the content',
  runningHint: (running: number) => `${running} running`,
  waitingHint: (waiting: number) => `${number(waiting)} waiting`,
  callsUp: 'Calls up',
  of: (up: number, limit: number) => `${up} of ${limit}`,
  slotsFree: 'Slots free',
  noSlots: 'Your limit is 0: no new calls',
  systemCallsUp: 'Calls up, everyone',
  role: { admin: 'Admin', supervisor: 'Supervisor' },
  signOut: 'Sign out',
  closeNotice: 'Close this notice',
  moreNotices: (count: number) => `${countOf(count, 'more notice')} after it`,
} as const;

/** The lamps: what stands between this program and the world. */
export const lamps = {
  list: 'Connections',
  telephony: { name: 'Telephony', works: 'works', practice: 'practice line', trouble: 'trouble' },
  tunnel: { name: 'Webhook tunnel', works: 'open', off: 'off', connecting: 'connecting', trouble: 'trouble' },
} as const;

export const pauseAll = {
  button: 'Pause all',
  resumeButton: 'Resume all',
  title: (everyone: boolean) => (everyone ? 'Pause all campaigns of everyone?' : 'Pause all your campaigns?'),
  what: (running: number) =>
    running === 0
      ? 'No campaign is running now. Those that are scheduled do not start.'
      : `No new call goes out until you resume. ${countOf(running, 'campaign')} ${running === 1 ? 'waits' : 'wait'} where ${running === 1 ? 'it is' : 'they are'}.`,
  keep: 'Keep calling',
  confirm: 'Pause all',
  confirmAndHangUp: (up: number) => `Pause all and hang up ${countOf(up, 'call')}`,
  done: (paused: number, stillUp: number) =>
    `${countOf(paused, 'campaign')} paused.${stillUp > 0 ? ` ${countOf(stillUp, 'call')} ${stillUp === 1 ? 'goes' : 'go'} on to ${stillUp === 1 ? 'its' : 'their'} end.` : ''}`,
  nothingToPause: 'There was nothing to pause.',
  resumed: (resumed: number) => (resumed === 0 ? 'There was nothing to resume.' : `${countOf(resumed, 'campaign')} resumed.`),
  tooltip: (everyone: boolean) =>
    everyone ? 'No new call, for anyone, until you resume. Asks first.' : 'No new call in your campaigns until you resume. Asks first.',
  resumeTooltip: 'Resumes what Pause all paused, and nothing else',
} as const;

/** Said by the screens that take the place of those that ended. */
export const shownAnew =
  'The screens had a fault and are shown anew; calls and campaigns went on. Help → Save diagnostics… keeps what a report of it needs.';

/** `Bolna cannot`, `neither Bolna nor ElevenLabs can` */
const listed = (providers: readonly string[]) =>
  providers.length === 1 ? `${providers[0]} cannot` : `neither ${providers.slice(0, -1).join(', ')} nor ${providers.at(-1)} can`;

/** What happens to calls that are up, wherever something is stopped. */
export const callsUp = {
  question: (up: number) => `${countOf(up, 'call')} ${up === 1 ? 'is' : 'are'} up now`,
  letFinish: (up: number) => (up === 1 ? 'Let it go on to its end' : 'Let them go on to their end'),
  hangUp: (up: number) => (up === 1 ? 'Hang up at once' : 'Hang them up at once'),
  hangUpSome: (count: number) => `Hang up ${countOf(count, 'call')} at once`,
  goOn: (count: number, providers: readonly string[]) =>
    `${countOf(count, 'call')} ${count === 1 ? 'goes' : 'go'} on to ${count === 1 ? 'its' : 'their'} end: ${listed(providers)} hang up a call.`,
  none: 'No call is up now.',
  cannot: (count: number) => `${countOf(count, 'call')} could not be hung up and ${count === 1 ? 'goes' : 'go'} on.`,
} as const;
