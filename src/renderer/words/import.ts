/** A file that becomes a campaign, step by step. */
import type { ImportRowKind } from '../../shared/contract/imports.ts';
import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Delimiter, FileEncoding, KnownContacts } from '../../shared/domain/import-options.ts';
import { countOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';
import { personWords } from './common.ts';

const rows = (count: number) => countOf(count, 'row');
const people = (count: number) => countOf(count, 'person', 'people');
const contacts = (count: number) => countOf(count, 'contact');

export const wizardWords = {
  title: 'New campaign',
  waysLabel: 'Where the people come from',
  ways: { csv: 'CSV file', contacts: 'Contacts' },
  stepsLabel: 'Steps',
  steps: { file: 'File', columns: 'Columns', check: 'Check', settings: 'Settings', summary: 'Summary' },
  backTo: { file: 'Back to the file', columns: 'Back to columns', check: 'Back to check' },
  giveUp: 'Cancel the import',
  toColumns: 'Continue to columns',
  toCheck: 'Continue to check',
  toSettings: (count: number) => `Continue with ${contacts(count)}`,
  nobody: 'Nobody in this file can be called',
  readingAgain: 'Reading the file again',
} as const;

export const fileWords = {
  drop: 'Drop the list: it becomes a campaign',
  onlyOne: 'Drop one file at a time.',
  notCsv: (name: string) => `“${name}” is no CSV file. Save the list as CSV, then take it again.`,
  chooseTitle: 'Which list is to be called?',
  chooseWhat:
    'Drop a CSV file anywhere in this window, one person a row. Only the phone number is needed; everything else is told to the agent.',
  choose: 'Choose a CSV file',
  template: 'Download the template',
  templates: {
    basic: { title: 'Basic template', what: 'What every list has: who it is, and the number.', download: 'Download the basic template' },
    advanced: {
      title: 'Advanced template',
      what: 'Everything that has a place of its own, and two columns that only the agent hears of.',
      download: 'Download the advanced template',
    },
  },
  holds: 'Holds',
  taking: (name: string) => `Taking in ${name}`,
  sending: 'Sending the file',
  undoing: 'Taking the import back',
  reading: (count: number) => (count === 0 ? 'Looking at the file' : `${rows(count)} checked`),
  otherFile: 'Take another file',
  failedTitle: (name: string) => `${name} could not be taken in`,
  failedHelp: 'Nothing of it was kept. What you typed for the campaign stays for the next file.',
  givenUp: 'The import was cancelled. Nothing of it was kept.',
  facts: 'The file',
  fact: { name: 'Name', size: 'Size', rows: 'Rows', encoding: 'Written in', delimiter: 'Cells separated by', header: 'First row' },
  header: { yes: 'says what the columns are', no: 'is a person already' },
  rowsUnknown: 'counted once it is known where the numbers are',
  factsHelp: 'How it is read can be changed beside its columns.',
} as const;

export const encodings: Readonly<Record<FileEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252',
  shift_jis: 'Shift-JIS',
};
export const delimiters: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** `1,204 rows`, `UTF-8, separated by semicolons`; no rows where they were not counted. */
export const fileFacts = (count: number | null, encoding: FileEncoding | null, delimiter: Delimiter | null): string[] =>
  [
    count === null ? '' : rows(count),
    [encoding && encodings[encoding], delimiter && `separated by ${delimiters[delimiter]}`].filter((fact) => fact !== null).join(', '),
  ].filter((fact) => fact !== '');

/** `812 bytes`, `14 KB`, `3.2 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_024) return countOf(bytes, 'byte');
  if (bytes < 1_048_576) return `${number(Math.round(bytes / 1_024))} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}

export const counts = {
  label: 'Rows by result',
  rows: { word: 'Rows in the file', note: 'every row is counted once' },
  new: { word: 'New', note: 'will be added' },
  known: { word: 'Already known', notes: { keep: 'kept as they are, and called', update: 'brought up to date, and called' } },
  duplicate: { word: 'Twice in the file', note: 'the first row counts' },
  invalid: { word: 'Refused', note: (count: number) => (count === 0 ? 'every row can be called' : 'left out until you fix them') },
  doNotCall: (count: number) => `${number(count)} of them ${count === 1 ? 'is' : 'are'} on the do-not-call list: kept, but never called.`,
  warnings: (count: number) =>
    `${rows(count)} ${count === 1 ? 'is' : 'are'} taken with a remark: what cannot be used is left out, the person is kept.`,
  warned: (count: number) =>
    `${rows(count)} ${count === 1 ? 'was' : 'were'} taken with a remark: what could not be used was left out, the person was kept.`,
  showWarnings: 'Show the remarks',
} as const;

export const columnsWords = {
  title: 'Columns',
  note: 'as they were recognised; change what is not right',
  remembered: 'as you had them for the last file with these columns',
  column: 'In the file',
  field: 'Is',
  becomes: 'What becomes of it',
  fieldOf: (header: string) => `What “${header}” is`,
  empty: 'empty',
  noPhone: 'No column holds phone numbers yet. Choose “Phone number” for the column that does.',
  fields: {
    ...personWords,
    firstName: 'First name',
    lastName: 'Last name',
    reason: 'Reason',
    customField: 'Custom field',
    ignored: 'Left out',
  } satisfies Record<ImportField, string>,
  becomesOf: {
    phoneNumber: 'the number that is called',
    name: 'the name of the contact',
    firstName: 'the first name of the contact',
    lastName: 'the last name of the contact',
    email: 'the e-mail address of the contact',
    company: 'the company of the contact',
    timeZone: 'when it is day where the contact is',
    reason: 'why the number may not be called',
    customField: 'kept under this name, told to the agent',
    ignored: 'not kept',
  } satisfies Record<ImportField, string>,
  readingTitle: 'How the file is read',
  encoding: 'Written in',
  encodingHelp: 'Where accents look wrong, choose another one.',
  delimiter: 'Cells separated by',
  header: 'The first row',
  headers: { yes: 'Says what the columns are', no: 'Is a person already' },
  kept: 'What you choose here is kept for the next file with the same columns.',
  notKept: 'Without names for its columns the next file cannot be known by them, so nothing is kept for it.',
} as const;

export const rowsWords = {
  ...personWords,
  title: {
    new: 'New contacts',
    known: 'Already known',
    duplicate: 'Twice in the file',
    invalid: 'Refused rows',
    warning: 'Taken with a remark',
  } satisfies Record<ImportRowKind, string>,
  none: {
    new: 'No number in this file is new.',
    known: 'No number in this file is among your contacts yet.',
    duplicate: 'No number stands twice in the file.',
    invalid: 'Every row has a number that can be called.',
    warning: 'No row was taken with a remark.',
  } satisfies Record<ImportRowKind, string>,
  table: {
    new: 'Rows that become contacts',
    known: 'Rows whose number you know',
    duplicate: 'Rows whose number stands above them',
    invalid: 'Rows without a number to call',
    warning: 'Remarks on rows that are taken',
  } satisfies Record<ImportRowKind, string>,
  line: 'Line',
  column: 'Column',
  value: 'As it came',
  doNotCall: 'Do not call',
  download: 'Download as CSV',
} as const;

export const fixWords = {
  title: 'Fix',
  settled: 'How rows are taken',
  note: (count: number) => `${number(count)} refused`,
  noCountry: (count: number) => (count === 1 ? '1 number has no country code' : `${number(count)} numbers have no country code`),
  countryTitle: 'Numbers without a country code',
  country: 'Default country',
  anyCountry: 'none',
  apply: 'Apply',
  claim: (code: string, valid: number, of: number, isAll: boolean) => {
    const which = isAll ? number(of) : `the first ${number(of)}`;
    if (valid === 0) return `With ${code}, none of ${isAll ? 'them' : which} becomes a valid number.`;
    if (valid === of)
      return of === 1
        ? `With ${code}, it becomes a valid number.`
        : `With ${code}, all ${isAll ? '' : 'of '}${which} become valid numbers.`;
    return `With ${code}, ${number(valid)} of ${which} ${valid === 1 ? 'becomes a valid number' : 'become valid numbers'}.`;
  },
  applied: (code: string) => `Numbers without a country code are read as ${code}.`,
  shortened: (count: number) => (count === 1 ? '1 number was cut by a spreadsheet' : `${number(count)} numbers were cut by a spreadsheet`),
  shortenedHelp:
    'A value like 9.19E+11 no longer holds the digits. Format the phone column as text in the spreadsheet, then take the file again.',
  byHand: (count: number) => (count === 1 ? '1 row needs a person' : `${rows(count)} need a person`),
  byHandHelp: 'Download them, correct them, and take that file: nobody is added twice.',
  replace: 'Replace the file',
  known: 'People you know already',
  knowns: {
    keep: 'Keep what is there, fill what is empty',
    update: 'Let the file’s values stand',
  } satisfies Record<KnownContacts, string>,
  unassigned: 'Refuse numbers not given out',
  unassignedHelp: 'They have the right length, but no such number is given out there. Otherwise they are taken with a remark.',
} as const;

export const summaryWords = {
  writingTitle: (name: string) => `Taking over the people of ${name}`,
  writing: (done: number, total: number) => `${number(done)} of ${people(total)} taken over`,
  writingWhat: 'The campaign starts when everyone is in. You can leave this screen, it goes on.',
  leave: 'Go to the campaigns',
  title: (name: string, count: number) => `“${name}” has ${people(count)} to call`,
  strip: 'What became of the rows',
  imported: { word: 'Imported', note: 'new contacts' },
  known: { word: 'Already known', note: 'in the campaign as well' },
  skipped: { word: 'Skipped', note: 'twice in the file' },
  refused: { word: 'Refused', note: 'no usable number' },
  total: (count: number) => `of ${rows(count)}`,
  next: (when: string) => `The first call goes out ${/^\d/.test(when) ? 'at ' : ''}${when}.`,
  draft: 'It is kept as a draft. Start it when you are ready.',
  open: 'Open the campaign',
  undo: 'Undo the import',
  undoCalled: 'People of this import were called already. Cancel the campaign instead.',
  undoTitle: (name: string) => `Undo the import of ${name}?`,
  undoWhat: (count: number, fresh: number) =>
    `The campaign is taken away with ${people(count)} in it, and so ${fresh === 1 ? 'is the contact' : `are the ${contacts(fresh)}`} that came with the file, unless something else uses them. What was filled in at contacts that you knew stays. No call was made.`,
  keep: 'Keep it',
  undone: 'The import was undone',
  undoneWhat: 'The campaign and the contacts that came with it are gone. Nobody was called.',
  takeAgain: 'Take the same file again',
  another: 'Start another',
  downloadRefused: 'Download the refused rows',
  show: 'Show the summary',
} as const;

export const pickWords = {
  steps: ['Contacts', 'Settings'],
  none: 'There are no contacts yet. Import a list, or take it in here as a CSV file: its people become contacts.',
  toCsv: 'Take a CSV file',
  onward: (count: number) => (count === 0 ? 'Continue' : `Continue with ${contacts(count)}`),
  tickFirst: 'Select at least one contact',
  back: 'Back to contacts',
  missing: (count: number) => ` ${contacts(count)} ${count === 1 ? 'is' : 'are'} gone meanwhile.`,
} as const;
