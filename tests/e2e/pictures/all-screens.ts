/** Which screens there are, and what each shows once it is drawn. */
import type { Page } from '@playwright/test';
import type { Screen } from './screens.ts';

export const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name });
const region = (name: string) => (page: Page) => page.getByRole('region', { name, exact: true });

/** All that an admin sees. */
export const SETTINGS: readonly Screen[] = [
  'account',
  'concurrency',
  'agents',
  'telephony',
  'telephony/practice',
  'telephony/bolna',
  'telephony/signalwire',
  'telephony/elevenlabs',
  'tunnel',
  'users',
  'compliance',
  'dialing',
  'notifications',
  'desktop',
  'data',
  'api',
  'about',
].map((name) => ({
  name: `settings-${name.replace('/', '-')}`,
  at: `/settings/${name}`,
  shows: (page) => page.getByRole('main').getByRole('heading', { level: 2 }),
}));

export const CAMPAIGNS: Screen = { name: 'campaigns', at: '/campaigns/active', shows: (page) => page.getByRole('article') };
export const LIVE: Screen = { name: 'live', at: '/live', shows: region('Today') };
export const QUEUE: Screen = { name: 'queue', at: '/queue', shows: (page) => page.getByRole('grid', { name: 'People in the queue' }) };
export const CONTACTS: Screen = {
  name: 'contacts',
  at: '/contacts',
  shows: (page) => page.getByRole('grid', { name: 'Contacts' }).getByRole('row').nth(2),
};
export const ANALYTICS: Screen = { name: 'analytics', at: '/analytics', shows: region('Outcomes') };
export const PICK: Screen = {
  name: 'wizard-contacts',
  at: '/campaigns/new',
  via: (page) => page.getByRole('tab', { name: 'Contacts', exact: true }).click(),
  shows: (page) => page.getByRole('checkbox', { name: /^Select / }),
};

export const ofCampaign = (id: string): readonly Screen[] => [
  { name: 'campaign-overview', at: `/campaign/${id}`, shows: region('Outcomes') },
  { name: 'campaign-queue', at: `/campaign/${id}/queue`, shows: (page) => page.getByRole('table', { name: 'People of the campaign' }) },
  { name: 'campaign-history', at: `/campaign/${id}/history`, shows: (page) => page.getByRole('table', { name: 'Calls of the campaign' }) },
  { name: 'campaign-settings', at: `/campaign/${id}/settings`, shows: (page) => page.getByRole('form') },
];
