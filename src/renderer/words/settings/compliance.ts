/** What forbids a call: the do-not-call list and the holidays. */
import { countOf } from '../../../shared/domain/time-words.ts';
import { number } from '../../lib/format.ts';

const numbers = (count: number) => countOf(count, 'number');

export const compliance = {
  intro: 'Whom nobody calls, and the days on which nobody is called. Both hold for everyone here, at once, whatever a campaign says.',
  parts: 'Parts of compliance',
  tabs: { numbers: 'Do not call', removals: 'Taken off the list', holidays: 'Holidays' },
} as const;

export const doNotCall = {
  search: 'Search number or reason',
  add: 'Add numbers',
  import: 'Import a file',
  table: 'Numbers that nobody calls',
  number: 'Number',
  reason: 'Reason',
  addedBy: 'Added by',
  addedAt: 'When',
  empty: 'No number is on the list. A number that is added here is not called by anyone, in any campaign, from that moment.',
  nothingFound: 'No number or reason like that is on the list.',
  addTitle: 'Add numbers to the do-not-call list',
  numbers: 'Numbers',
  numbersHelp: 'One a line, with country code. Up to 1,000; longer lists come as a file.',
  needsNumber: 'Write at least one number.',
  tooMany: (count: number) => `These are ${numbers(count)}; at most 1,000 at a time. Import a file instead.`,
  reasonField: 'Reason (for whoever looks at it later)',
  addThem: 'Add numbers',
  added: (added: number, known: number) =>
    [
      added > 0 ? `${numbers(added)} added.` : 'No new number was added.',
      known > 0 ? `${numbers(known)} ${known === 1 ? 'was' : 'were'} on the list before.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  refused: (count: number) =>
    `${countOf(count, 'line')} ${count === 1 ? 'is no number' : 'are no numbers'}. Mend them above, then add again:`,
  remove: 'Take off the list…',
  removeOf: (phone: string) => `Remove ${phone} from the list`,
  removeTitle: (phone: string) => `Take ${phone} off the list?`,
  removeWhat: 'The number may be called again from this moment. Who took it off, when and why is kept.',
  why: 'Why may it be called again?',
  removeIt: 'Take off the list',
} as const;

export const removals = {
  table: 'Numbers that were taken off the list',
  why: 'Why',
  by: 'Taken off by',
  empty: 'No number was ever taken off the list.',
} as const;

export const importList = {
  title: 'Import a do-not-call list',
  what: 'A CSV file with one number a row; a column with the reason is taken over as well. Nothing is written before you have seen what becomes of each row.',
  writing: (done: number, of: number) => `${number(done)} of ${numbers(of)} written`,
  numberColumn: 'Column with the numbers',
  reasonColumn: 'Column with the reasons',
  noColumn: 'No column',
  nobody: 'No row of this file has a number. Say below which column holds them.',
  begin: (count: number) => (count === 0 ? 'No number to add' : `Add ${numbers(count)}`),
  done: (fresh: number, known: number) => `${numbers(fresh)} added, ${number(known)} known before.`,
} as const;

export const holidays = {
  intro: 'A holiday is a date on which no campaign calls, in whatever zone it runs.',
  year: 'Year',
  yearBefore: 'The year before',
  yearAfter: 'The next year',
  table: (year: number) => `Holidays in ${year}`,
  date: 'Date',
  name: 'Name',
  empty: (year: number) => `No holiday is kept for ${year}: campaigns call on every one of their weekdays.`,
  add: 'Add holiday',
  addPanel: 'Add a holiday',
  needsDate: 'Choose a date.',
  needsName: 'Write what is celebrated.',
  added: (name: string) => `Nobody is called on ${name}.`,
  removeOf: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} is no holiday any more.`,
} as const;
