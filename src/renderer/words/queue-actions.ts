/** What is done by hand to one person of the queue or to many: before it is done, and after. */
import { countOf, placeOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';

const people = (count: number) => countOf(count, 'person', 'people');
const is = (count: number) => (count === 1 ? 'is' : 'are');
const was = (count: number) => (count === 1 ? 'was' : 'were');

export const actionWords = {
  'call-now': 'Call now',
  callback: 'Call back…',
  reschedule: 'Reschedule…',
  priority: 'Priority…',
  cancel: 'Cancel call…',
  reopen: 'Wait again…',
  remove: 'Remove…',
} as const;

/** Whom it is about: by name, or how many. */
export const whoWords = people;

export const fieldWords = {
  priority: 'Priority',
  priorityHelp: 'A whole number. Within a campaign the higher one goes first; 0 is the usual.',
  needsPriority: 'Write a whole number from −1,000,000 to 1,000,000.',
  newPriorityHelp: 'Empty: it stays as it is',
  reason: 'Reason',
  reasonHelp: 'Stands in the history',
  notes: 'Notes',
  notesHelp: 'Stand in the history',
  date: 'Date',
  time: 'Time',
  timeIn: (timeZone: string) => `Times in ${placeOf(timeZone)}.`,
  needsDate: 'Choose a date.',
  needsTime: 'Write the time as HH:MM.',
  at: (there: string, yours: string | null) => (yours === null ? `That is ${there}.` : `That is ${there} there, ${yours} your time.`),
  keep: 'Keep as it is',
} as const;

export const priorityWords = {
  title: (who: string) => `Change the priority of ${who}`,
  what: 'Callbacks still come before, and nobody is called sooner than the window and the limits allow.',
  confirm: 'Change priority',
  done: (count: number, priority: number, name: string | null) =>
    name === null ? `Priority ${number(priority)} for ${people(count)}.` : `${name} has priority ${number(priority)}.`,
} as const;

export const timeWords = {
  reschedule: {
    title: (who: string) => `Reschedule ${who}`,
    what: (count: number) =>
      count === 1
        ? 'Called from then on, as soon as it is their turn and the window is open.'
        : 'All of them are called from then on, in their order, as the window and the limits allow.',
    confirm: 'Reschedule',
    done: (count: number, when: string, name: string | null) => `${name ?? people(count)} ${is(count)} planned for ${when}.`,
  },
  callback: {
    title: (who: string) => `Call ${who} back`,
    what: (count: number) =>
      count === 1
        ? 'Called at that time, before everyone who is not a callback, with one more attempt where none is left.'
        : 'All of them are called from that time on, before everyone who is not a callback, with one more attempt where none is left.',
    confirm: 'Set callback',
    done: (count: number, when: string, name: string | null) => `${name ?? people(count)} ${is(count)} called back ${when}.`,
  },
  useNext: (when: string) => `Take ${when}`,
  useNextMany: (count: number) => `Take the next allowed time for ${people(count)}`,
} as const;

export const callNowWords = {
  title: (who: string) => `Call ${who} now?`,
  what: (count: number) =>
    count === 1
      ? 'Called at once, before everyone else. The calling window, the limits and do-not-call hold.'
      : 'Called at once, before everyone else, as far as slots are free. The calling window, the limits and do-not-call hold; who cannot be called now stays in line, and you see why.',
  slots: (free: number) => (free === 0 ? 'No slot of yours is free right now.' : `${countOf(free, 'slot')} of yours ${is(free)} free.`),
  keep: 'Not now',
  confirm: (count: number) => (count === 1 ? 'Call now' : `Call ${people(count)} now`),
  done: (count: number, name: string | null) => `${name ?? people(count)} ${is(count)} being called.`,
  show: 'Show the call',
} as const;

export const cancelWords = {
  title: (name: string | null, count: number) => (name === null ? `Cancel the calls to ${people(count)}?` : `Cancel the call to ${name}?`),
  waiting: (count: number) =>
    count === 1
      ? 'No call is made. They stay in the campaign as cancelled.'
      : `${people(count)} will not be called. They stay in their campaigns as cancelled.`,
  up: (count: number) =>
    count === 1 ? 'A call that is up is hung up at once.' : `${countOf(count, 'call')} that are up are hung up at once.`,
  isUp: 'The call is up now. It is hung up at once.',
  maybeUp: 'Whoever is being called by then is hung up at once.',
  keep: (count: number) => (count === 1 ? 'Keep it' : 'Keep them'),
  confirm: (count: number) => (count === 1 ? 'Cancel call' : `Cancel ${countOf(count, 'call')}`),
  hangUp: 'Hang up and cancel',
  done: (count: number, name: string | null) =>
    name === null ? `${countOf(count, 'call')} ${was(count)} cancelled.` : `The call to ${name} was cancelled.`,
} as const;

export const removeWords = {
  title: (who: string) => `Remove ${who} from the queue?`,
  what: (count: number) =>
    count === 1
      ? 'They leave the campaign and its figures, and are not called. The history is kept; a call that is up has to be cancelled first.'
      : 'They leave their campaigns and the figures, and are not called. The history is kept; calls that are up have to be cancelled first.',
  keep: (count: number) => (count === 1 ? 'Keep it' : 'Keep them'),
  confirm: (count: number) => (count === 1 ? 'Remove' : `Remove ${people(count)}`),
  done: (count: number, name: string | null) => `${name ?? people(count)} ${was(count)} removed from the queue.`,
} as const;

export const reopenWords = {
  title: (who: string) => `Let ${who} wait again?`,
  what: (count: number) =>
    count === 1
      ? 'They stand in line again with one more attempt, and are called as soon as it is their turn.'
      : 'They stand in line again with one more attempt each, and are called as soon as it is their turn.',
  confirm: (count: number) => (count === 1 ? 'Let wait again' : `Let ${people(count)} wait again`),
  done: (count: number, name: string | null) => `${name ?? people(count)} ${count === 1 ? 'waits' : 'wait'} again.`,
} as const;

export const resultWords = {
  title: (done: number, refused: number) => `${number(done)} done, ${number(refused)} not`,
  none: (refused: number) => `None of ${number(refused)} was done`,
  stopped: (left: number) => `Stopped: ${people(left)} ${is(left)} as before.`,
  notYours: 'It is someone else’s, who alone may do this, or it is no longer in the queue.',
  why: 'Who stays as before, and why',
  same: (count: number, message: string) => `${people(count)}: ${message}`,
  more: (count: number) => `and ${people(count)} more`,
  close: 'Close',
} as const;
