/** A file that becomes a campaign. */
import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Delimiter, FileEncoding } from '../../shared/domain/import-options.ts';
import { countOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';

export const importPage = {
  title: 'New campaign',
  drop: 'Drop the list: it becomes a campaign',
  onlyOne: 'Drop one file at a time.',
  notCsv: (name: string) => `“${name}” is no CSV file. Save the list as CSV, then drop it again.`,
  chooseTitle: 'Which list is to be called?',
  chooseWhat: 'A CSV file with one person a row. Only the phone number is needed; everything else is told to the agent.',
  choose: 'Choose a CSV file',
  template: 'Download the template',
  sending: (name: string) => `Taking in ${name}`,
  reading: (rows: number) => (rows === 0 ? 'Looking at the file' : `${countOf(rows, 'row')} checked`),
  writing: (done: number, total: number) => `${number(done)} of ${countOf(total, 'person', 'people')} taken over`,
  writingWhat: 'The campaign starts when everyone is in. You can leave this screen, it goes on.',
  leave: 'Go to the campaigns',
  giveUp: 'Cancel the import',
  otherFile: 'Take another file',
  failedTitle: (name: string) => `${name} could not be taken in`,
  givenUp: 'The import was cancelled. Nothing of it was kept.',
  create: 'Create campaign',
  createNobody: 'Nobody in this file can be called',
  done: (name: string, people: number) => `“${name}” has ${countOf(people, 'person', 'people')} to call.`,
} as const;

const ENCODINGS: Readonly<Record<FileEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  shift_jis: 'Shift-JIS',
};
const DELIMITERS: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

export const fileFacts = (rows: number, encoding: FileEncoding | null, delimiter: Delimiter | null): string[] =>
  [
    countOf(rows, 'row'),
    [encoding && ENCODINGS[encoding], delimiter && `separated by ${DELIMITERS[delimiter]}`].filter((fact) => fact !== null).join(', '),
  ].filter((fact) => fact !== '');

export const counts = {
  label: 'Rows by result',
  rows: { word: 'Rows in the file', note: 'every row is counted once' },
  imported: { word: 'New', note: 'will be added' },
  known: { word: 'Already known', note: 'same number, called as well' },
  duplicates: { word: 'Twice in the file', note: 'the first row counts' },
  invalid: { word: 'Refused', note: 'no number to call' },
  warnings: (count: number) =>
    `${countOf(count, 'row')} ${count === 1 ? 'was' : 'were'} taken with a remark: a bad e-mail or time zone is left out, the person is kept.`,
} as const;

export const columnsWords = {
  title: 'Columns',
  note: 'as they were recognised; change what is not right',
  column: 'In the file',
  field: 'Is',
  samples: 'For example',
  fieldOf: (header: string) => `What “${header}” is`,
  empty: 'empty',
  fields: {
    phoneNumber: 'Phone number',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    company: 'Company',
    timeZone: 'Time zone',
    reason: 'Reason',
    customField: 'Told to the agent',
    ignored: 'Left out',
  } satisfies Record<ImportField, string>,
} as const;

export const refusedWords = {
  title: { duplicate: 'Twice in the file', invalid: 'Refused rows' },
  none: { duplicate: 'No number stands twice in the file.', invalid: 'Every row has a number that can be called.' },
  first: (shown: number) => `the first ${number(shown)}`,
  line: 'Line',
  column: 'Column',
  value: 'As it came',
  reason: 'Why',
  table: { duplicate: 'Rows whose number stands above them', invalid: 'Rows without a number to call' },
  download: 'Download as CSV',
  country: 'Country of numbers without a country code',
  noCountry: 'None: such numbers are refused',
} as const;

export const formWords = {
  title: 'The campaign',
  unnamed: 'New campaign',
  name: 'Campaign name',
  agent: 'Agent',
  noAgent: 'There is no agent yet. A practice agent calls on the practice line: nobody is really called.',
  createAgent: 'Create a practice agent',
  practiceAgent: 'Practice agent',
  practice: 'practice line',
  nextAction: 'Next action',
  nextActionHelp: 'What the agent should achieve in the call',
  nextActionPlaceholder: 'Offer the renewal at the current price and agree on a date',
  firstCall: 'First call',
  lastCall: 'Last call',
  timeZone: 'Time zone',
  weekdays: 'Weekdays',
  weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  pacing: 'Pace',
  pacings: { spread: 'Spread over the window', asap: 'As fast as allowed' },
  needsName: 'A campaign needs a name.',
  needsAgent: 'Choose who speaks.',
  needsNextAction: 'Say what the agent should achieve.',
  needsWeekday: 'Choose at least one day.',
  lastAfterFirst: 'The last call must come after the first.',
  limit: (limit: number) =>
    limit === 0 ? 'Your limit is 0: no call goes out until an admin raises it.' : `Your limit is ${countOf(limit, 'call')} at a time.`,
  forecastWaits: 'When the calls go out is shown here once the window is right.',
} as const;
