/** The data: where it lies, its copies, what one can take along, and what was only practice. */
import { countOf } from '../../../shared/domain/time-words.ts';
import { number } from '../../lib/format.ts';

const campaigns = (count: number) => countOf(count, 'practice campaign');
const calls = (count: number) => countOf(count, 'practice call');
const people = (count: number) => countOf(count, 'place in their queues', 'places in their queues');

export const dataWords = {
  intro: {
    admin:
      'Everything lies in one folder on this computer. Here you see where, make copies, take your own data along, and clear what was only practice.',
    supervisor: 'Everything lies on this computer. Here you take your own data along.',
  },

  places: 'Where it lies',
  folder: 'Folder',
  database: 'Database',
  backups: 'Copies',
  log: 'Log',
  size: (bytes: string) => `${bytes} now`,

  copies: 'Copies of the database',
  copiesNote: (kept: number) => `one a day, the last ${number(kept)} are kept`,
  backUp: 'Back up now',
  backedUp: (bytes: string) => `A copy of ${bytes} was made.`,
  copiesTable: 'Copies of the database, the latest first',
  madeAt: 'Made',
  file: 'File',
  bytes: 'Size',
  noCopies: 'No copy was made yet. The first one is made a minute after the start of a new day.',
  restore: 'How to go back to a copy',
  restoreWhat:
    'A copy is put in place while Ringmaster does not run, so that no call and no report falls between the two. Close Ringmaster, then run this where it is installed; what it replaces is kept beside it.',
  restoreCommand: (folder: string, file: string) => `npm run restore -- "${folder}" ${file}`,
  restoreThis: 'the command',

  takeAlong: 'Take your own data along',
  takeAlongWhat: 'As CSV files that every spreadsheet opens. What came of one campaign alone is found at the campaign.',
  contacts: 'Contacts with all their fields',
  contactsButton: 'Download contacts',
  callsButton: 'Download calls',
  calls: 'Calls with outcome, summary and transcript',

  practice: 'Practice',
  practiceWhat: (all: { campaigns: number; people: number; calls: number }) =>
    `${campaigns(all.campaigns)} that ${all.campaigns === 1 ? 'is' : 'are'} over, ${people(all.people)} and ${calls(all.calls)} can be cleared.`,
  practiceRuns: (running: number) => `${campaigns(running)} ${running === 1 ? 'runs or waits' : 'run or wait'}.`,
  practiceNothing: 'There is nothing of practice to clear.',
  clear: 'Clear practice…',
  clearTitle: 'Clear everything that was only practice?',
  clearWhat: (all: { campaigns: number; people: number; calls: number }) =>
    `${campaigns(all.campaigns)} with ${people(all.people)}, their history and figures, and ${calls(all.calls)} with recordings and transcripts go for good.`,
  clearStays:
    'Contacts with all that is known of them, agents, drafts, and everything of campaigns that called real people stay as they are.',
  clearHow: 'It goes in small steps beside the calls, and goes on after a restart. It cannot be taken back: make a copy first if in doubt.',
  clearRunning: (running: number) =>
    running === 1
      ? 'Cancel the practice campaign that still runs, hang up its calls, and clear it as well'
      : `Cancel the ${number(running)} practice campaigns that still run, hang up their calls, and clear them as well`,
  keep: 'Keep practice',
  clearIt: 'Clear practice',
  clearing: 'Clearing practice',
  cleared: (gone: { campaigns: number; people: number; calls: number }) =>
    `${campaigns(gone.campaigns)}, ${people(gone.people)} and ${calls(gone.calls)} are gone.`,
  waiting: 'Waiting for the last calls to end.',
} as const;

/** `412 MB`, in units of 1,000 as the disks count them. */
export function sizeInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit += 1;
  }
  const shown = unit === 0 || value >= 100 ? number(Math.round(value)) : value.toFixed(1).replace(/\.0$/, '');
  return `${shown} ${units[unit]}`;
}
