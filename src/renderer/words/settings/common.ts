/** What every section of the settings says. */
export const SECTION_NAMES = {
  account: 'My account',
  concurrency: 'Concurrency',
  agents: 'Agents',
  telephony: 'Telephony',
  tunnel: 'Webhook tunnel',
  users: 'Users',
  compliance: 'Compliance',
  dialing: 'Dialing',
  notifications: 'Notifications',
  desktop: 'Desktop',
  data: 'Data',
  api: 'API',
  about: 'About',
} as const;

export const settings = {
  title: 'Settings',
  navigation: 'Sections of the settings',
  undo: 'Undo changes',
  unsaved: 'Not saved yet',
  unchanged: 'Nothing is changed',
  saved: (what: string) => `${what} is saved.`,
  whole: 'Write a whole number.',
  aNumber: 'Write a number.',
  copy: 'Copy',
  copyOf: (what: string) => `Copy ${what}`,
  editOf: (name: string) => `Edit ${name}`,
  more: 'More',
  moreFor: (name: string) => `More for ${name}`,
  actions: 'Actions',
  remove: 'Remove',
  none: 'none',
} as const;

export const units = { seconds: 's', minutes: 'min', percent: '%', megabytes: 'MB', rows: 'rows', calls: 'calls', times: '×' } as const;

/** `between 1 and 3,600`, where the bounds matter. */
export const between = (least: string, most: string): string => `Write a number from ${least} to ${most}.`;

/** A key that can be written and never read. */
export const keyWords = {
  isSet: 'A key is set',
  paste: 'Paste it here',
  newKey: 'Paste the new one here',
  replace: 'Replace',
  replaceOf: (what: string) => `Replace: ${what}`,
  remove: 'Remove',
  removeOf: (what: string) => `Remove: ${what}`,
  goes: 'Removed when you save',
  keepIt: 'Keep it',
  keepOf: (what: string) => `Keep: ${what}`,
  keepOld: 'Keep the old one',
} as const;
