/** What the parts of an address and of a query mean: by name, and where one name means two things, by route and name. */
const MEANINGS: Readonly<Record<string, string>> = {
  id: 'Which one.',
  provider: 'Which provider.',
  after: 'The number of the last event that was seen: what came since follows, or a snapshot where that is too long ago.',
  agentId: 'Only of this agent.',
  callId: 'Only of this call.',
  callbacks: 'Only those that wait for a callback, or only the others.',
  campaignId: 'Only of this campaign.',
  contactId: 'Only of this contact.',
  counted: 'Only those that figures count: over, and surely made.',
  date: 'Which date.',
  days: 'Instead of dates: so many days up to today, or up to `to`.',
  doNotCall: 'Only those on the do-not-call list, or only the others.',
  from: 'From this date on, itself included; the last 30 days where it is left out.',
  hour: 'Only of this hour of the day.',
  itemId: 'Only of this item of the queue.',
  kind: 'Rows of which kind.',
  lastHour: 'With `hour`, the first of several: the last of them, itself included.',
  limit: 'How many on a page.',
  offset: 'How many to leave out before the first.',
  outcome: 'Only those that ended so.',
  page: 'Which page, from 1.',
  phoneNumber: 'Which number.',
  practice: 'Whether practice calls count; left out, only while no other provider is set up.',
  reason: 'Why, for the history.',
  search: 'Any part of the name, the number, or what else is written there.',
  sortBy: 'In which order.',
  sortDir: 'Which way.',
  status: 'Only in this state; several with commas.',
  to: 'Up to this date, itself included.',
  userId: 'For admins: only of this person.',
  weekday: 'Only of this weekday; 1 is Monday.',
  'calls.list status': 'Only in this state.',
  'callQueue.list after': '`next` of the answer before: what stands behind it, whatever was called meanwhile. Instead of a page.',
  'callQueue.get id': 'Its number or its `queueId`.',
  'callQueue.change id': 'Its number or its `queueId`.',
  'callQueue.remove id': 'Its number or its `queueId`.',
  'callQueue.cancel id': 'Its number or its `queueId`.',
  'callQueue.callback id': 'Its number or its `queueId`.',
  'callQueue.callNow id': 'Its number or its `queueId`.',
  'campaigns.csvTemplate kind': 'With the columns that are needed, or with all.',
  'compliance.listHolidays from': 'From this date on, itself included.',
  'compliance.removeNumber reason': 'Why the number may be called again.',
  'imports.rows after': 'The `next` of the page before.',
};

/** What a parameter of a route means. @throws Error where nobody has said so: a new name needs its sentence. */
export function meaningOf(operationId: string, name: string): string {
  const meaning = MEANINGS[`${operationId} ${name}`] ?? MEANINGS[name];
  if (meaning === undefined) throw new Error(`Say in parameters.ts what "${name}" of ${operationId} means.`);
  return meaning;
}
