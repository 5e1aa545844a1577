import type { Campaign } from '../../../shared/contract/campaigns.ts';
import type { CampaignState } from '../../../shared/domain/states.ts';

export const TABS = ['active', 'scheduled', 'completed', 'drafts'] as const;
export type TabName = (typeof TABS)[number];

/** Which states each tab holds: paused ones are among the active, cancelled ones among the completed. */
export const TAB_STATES: Readonly<Record<TabName, readonly CampaignState[]>> = {
  active: ['active', 'paused'],
  scheduled: ['scheduled'],
  completed: ['completed', 'cancelled'],
  drafts: ['draft'],
};

export const isTab = (name: string | undefined): name is TabName => TABS.some((tab) => tab === name);

/** The tab in which a campaign is found. */
export const tabOf = (status: CampaignState): TabName => TABS.find((tab) => TAB_STATES[tab].includes(status)) ?? 'active';

export const SORTS = ['newest', 'name', 'startDate', 'changed'] as const;
export type SortName = (typeof SORTS)[number];

/** How each order is asked of the engine, whose pages it decides. */
export const SORT_QUERIES = {
  newest: { sortBy: 'createdAt', sortDir: 'desc' },
  name: { sortBy: 'name', sortDir: 'asc' },
  startDate: { sortBy: 'startDate', sortDir: 'asc' },
  changed: { sortBy: 'updatedAt', sortDir: 'desc' },
} as const satisfies Record<SortName, { sortBy: string; sortDir: 'asc' | 'desc' }>;

const ORDERS: Readonly<Record<SortName, (a: Campaign, b: Campaign) => number>> = {
  newest: (a, b) => b.createdAt.getTime() - a.createdAt.getTime(),
  name: (a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1),
  startDate: (a, b) => (a.startDate === b.startDate ? 0 : a.startDate < b.startDate ? -1 : 1),
  changed: (a, b) => b.updatedAt.getTime() - a.updatedAt.getTime(),
};

export interface ListView {
  tab: TabName;
  /** Part of a name. */
  search: string;
  sort: SortName;
}

/** The campaigns of a tab whose name holds what is searched, in the order that is asked for; the latest first where it is one. */
export function campaignsOf(all: Iterable<Campaign>, { tab, search, sort }: ListView): Campaign[] {
  const states = TAB_STATES[tab];
  const part = search.trim().toLowerCase();
  const here = [...all].filter(({ status, name }) => states.includes(status) && name.toLowerCase().includes(part));
  return here.toSorted((a, b) => ORDERS[sort](a, b) || ORDERS.newest(a, b) || (a.id < b.id ? 1 : -1));
}
