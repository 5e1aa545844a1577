/** Contacts: the list, one of them, and what can be done with many. */
import { countOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';
import { charts, outcomeWords } from './charts.ts';
import { personWords } from './common.ts';

const contacts = (count: number) => countOf(count, 'contact');
const calls = (count: number) => countOf(count, 'call');

export const contactsPage = {
  title: 'Contacts',
  import: 'Import',
  export: 'Export',
  newContact: 'New contact',
  search: (total: number | null) => (total === null || total === 0 ? 'Search contacts' : `Search ${contacts(total)}`),
  listedLabel: 'Who is listed',
  listed: { all: 'Everyone', callable: 'May be called', doNotCall: 'Do not call' },
  found: (total: number) => (total === 0 ? 'Nobody found' : `${contacts(total)} found`),
  exported: 'The export is saved.',
  empty: {
    title: 'No contacts yet',
    what: 'Contacts are the people you call. Import a list, or add them one by one; every list that becomes a campaign comes here too.',
    choose: 'Import a list',
  },
  noneFound: (search: string) => (search === '' ? 'Nobody is in this list.' : `Nobody matches “${search}”.`),
  showEveryone: 'Show everyone',
} as const;

export const columns = {
  ...personWords,
  list: 'Contacts',
  select: 'Select',
  lastCall: 'Last call',
  result: 'Result',
  never: 'never',
  practice: 'practice',
  selectOne: (name: string) => `Select ${name}`,
  selectAll: 'Select all that match',
  selectNone: 'Select nobody',
  sortBy: (name: string) => `Sort by ${name.toLowerCase()}`,
} as const;

export const outcomes = {
  ...outcomeWords,
  successful: charts.successful,
  nobodySpoke: 'Nobody spoke',
  calling: 'Calling',
  awaited: 'Result awaited',
  doNotCall: 'Do not call',
} as const;

export const selectionWords = {
  label: 'Selected contacts',
  page: 'Select all on this page',
  most: (most: number) => `At most ${contacts(most)} go into one campaign. Add the others to it afterwards.`,
  doNotCall: 'Do not call',
  delete: 'Delete',
  bulkCall: 'Bulk call',
} as const;

/** What is asked before something is done to one contact or to many, and what came of it. */
export const askWords = {
  looking: 'Looking at what this changes',
  deleteTitle: (count: number, name: string | null) => (name === null ? `Delete ${contacts(count)}?` : `Delete ${name}?`),
  deleteWhat: (queued: number) =>
    queued === 0 ? 'Nobody waits to call them.' : `${calls(queued)} that ${queued === 1 ? 'waits' : 'wait'} in the queue will be skipped.`,
  deleteOneWhat: (queued: number) =>
    queued === 0 ? 'No call waits for them.' : `${calls(queued)} that ${queued === 1 ? 'waits' : 'wait'} in the queue will be skipped.`,
  callsUp: (up: number) => `${calls(up)} that ${up === 1 ? 'is up goes' : 'are up go'} on to ${up === 1 ? 'its' : 'their'} end.`,
  callsStay: 'Calls that were made stay in the figures, and a number stays on the do-not-call list.',
  delete: (count: number) => (count === 1 ? 'Delete contact' : `Delete ${contacts(count)}`),
  keep: (count: number) => (count === 1 ? 'Keep it' : 'Keep them'),
  deleted: (count: number, skipped: number) =>
    `${contacts(count)} deleted.${skipped > 0 ? ` ${calls(skipped)} ${skipped === 1 ? 'was' : 'were'} skipped.` : ''}`,
  markTitle: (count: number, name: string | null) => (name === null ? `Do not call ${contacts(count)}?` : `Do not call ${name}?`),
  markWhat: 'Nobody here may call the number any more, whoever’s contact it is. Only an admin takes it off the list again.',
  markManyWhat: 'Nobody here may call these numbers any more, whoever’s contacts they are. Only an admin takes one off the list again.',
  markQueued: (queued: number) => `${calls(queued)} that ${queued === 1 ? 'waits' : 'wait'} in the queue will be skipped.`,
  markKnown: (known: number) => `${number(known)} of them ${known === 1 ? 'is' : 'are'} on the list already.`,
  reason: 'Reason',
  reasonHelp: 'For whoever looks at the list later',
  mark: (count: number) => (count === 1 ? 'Do not call' : `Do not call ${contacts(count)}`),
  marked: (marked: number) =>
    marked === 1 ? '1 number is on the do-not-call list.' : `${number(marked)} numbers were put on the do-not-call list.`,
  allowTitle: (name: string) => `Allow calls to ${name} again?`,
  allowWhat: 'The number leaves the do-not-call list. Who took it off, when and why is kept.',
  allow: 'Allow calls',
  keepBarred: 'Keep it on the list',
  allowed: (name: string) => `${name} may be called again.`,
  needsReason: 'Say why the number may be called again.',
  stopped: (done: number, of: number) => `Stopped after ${number(done)} of ${contacts(of)}.`,
} as const;

export const contactForm = {
  ...personWords,
  newTitle: 'New contact',
  editTitle: (name: string) => `Edit ${name}`,
  phoneHelp: 'With its country code, as +49 30 12345678',
  timeZoneHelp: 'Where they are, if a campaign calls people in their own zone',
  customFields: 'Told to the agent',
  customFieldsHelp: 'Anything else the agent should know, by name',
  fieldName: 'Field',
  fieldValue: 'Value',
  addField: 'Add a field',
  removeField: (name: string) => (name === '' ? 'Remove this field' : `Remove ${name}`),
  fieldNeedsName: 'Name the field, or remove it.',
  fieldTwice: 'There is a field of this name already.',
  create: 'Add contact',
  created: (name: string) => `${name} was added.`,
  saved: 'Saved.',
} as const;

export const drawerWords = {
  title: 'Contact',
  ...personWords,
  before: 'The contact before',
  next: 'The next contact',
  delete: 'Delete',
  doNotCall: 'Do not call',
  allow: 'Allow calls…',
  gone: 'This contact is not there any more.',
  barred: 'On the do-not-call list',
  barredBy: (name: string, when: string) => `Put there by ${name}, ${when}.`,
  facts: 'Facts',
  added: 'Added',
  reached: 'Reached',
  reachedTimes: (times: number) => (times === 0 ? 'never' : countOf(times, 'time')),
  unreached: 'Not reached in a row',
  lastConversation: 'Last conversation',
  noConversation: 'There was no conversation yet. Practice calls are not remembered here.',
  noSummary: 'Nothing was summed up.',
  told: 'Told to the agent',
  campaigns: 'Campaigns',
  noCampaigns: 'In no campaign.',
  inCampaign: (name: string, campaign: string) => `${name} in “${campaign}”`,
  attempts: (count: number) => countOf(count, 'attempt'),
  calls: 'Calls',
  noCalls: 'Never called.',
  moreCalls: (shown: number, total: number) => `The latest ${number(shown)} of ${number(total)}.`,
  seconds: (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`,
  items: {
    queued: 'Queued',
    processing: 'Calling',
    completed: 'Successful',
    failed: 'Failed',
    cancelled: 'Cancelled',
    skipped: 'Skipped',
    callback: 'Callback',
  },
} as const;

export const importWords = {
  title: 'Import contacts',
  what: 'A CSV file with one person a row. Only the phone number is needed. Nobody is called.',
  writing: (done: number, of: number) =>
    `${number(done)} of ${countOf(of, 'person', 'people')} taken over. You can close this, it goes on.`,
  nobody: 'Nobody in this file has a number that can be used.',
  import: (count: number) => `Import ${countOf(count, 'person', 'people')}`,
  done: 'Done',
  doneTitle: (added: number) => `${contacts(added)} added`,
  doneWhat: (known: number, duplicates: number, invalid: number) =>
    [
      known > 0 && `${number(known)} ${known === 1 ? 'was' : 'were'} known: what was empty is filled in.`,
      duplicates > 0 && `${countOf(duplicates, 'row')} ${duplicates === 1 ? 'was' : 'were'} in the file twice.`,
      invalid > 0 && `${countOf(invalid, 'row')} ${invalid === 1 ? 'was' : 'were'} refused.`,
    ]
      .filter((part) => typeof part === 'string')
      .join(' '),
  undone: 'The import was taken back.',
  finished: (added: number) => `${contacts(added)} imported.`,
} as const;

export const bulkCall = {
  title: 'Bulk call',
  what: (count: number) => `A campaign for the ${contacts(count)} you selected`,
  people: 'Selected contacts',
  more: (count: number) => `Show ${number(count)} more`,
  name: (date: string) => `Campaign, ${date}`,
  drafted: (name: string, people: number) => `“${name}” is kept as a draft with ${countOf(people, 'person', 'people')}.`,
} as const;
