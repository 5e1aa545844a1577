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

/** The campaigns of a tab, the latest first. */
export function campaignsOf(all: Iterable<Campaign>, tab: TabName): Campaign[] {
  const states = TAB_STATES[tab];
  const here = [...all].filter(({ status }) => states.includes(status));
  return here.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));
}
