/** Words that more than one screen says. */
import { number } from '../lib/format.ts';

export const common = {
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Loading',
  saveChanges: 'Save changes',
  undo: 'Undo',
  edit: 'Edit',
  copied: 'Copied',
  keepEditing: 'Keep editing',
  nothing: '—',
  unnamed: 'No name',
} as const;

/** What is known of a person, whoever tells it. */
export const personWords = {
  name: 'Name',
  phoneNumber: 'Phone number',
  email: 'E-mail',
  company: 'Company',
  timeZone: 'Time zone',
} as const;

/** Where one campaign is chosen of all. */
export const campaignFilterWords = {
  campaign: 'Campaign',
  allCampaigns: 'All campaigns',
  noCampaign: 'No campaign has this in its name',
  chosen: 'The chosen one',
} as const;

export const pagerWords = {
  before: 'The page before',
  after: 'The next page',
  range: (first: number, last: number, total: number, isExact: boolean) =>
    `${number(first)}–${number(last)} of ${isExact ? number(total) : `more than ${number(total - 1)}`}`,
} as const;
