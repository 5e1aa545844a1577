import { Box, Tab, Tabs } from '@mui/material';
import { Link } from 'wouter';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { number } from '../../lib/format.ts';
import { campaignPage } from '../../words/campaign.ts';
import { addressOf, CAMPAIGN_TABS, type CampaignTab } from './campaign-view.ts';

export const PANEL_ID = 'campaign-panel';
export const tabId = (tab: CampaignTab): string => `campaign-tab-${tab}`;

interface PageTabsProps {
  campaign: Campaign;
  /** Calls that figures count; null until they are read. */
  calls: number | null;
  at: CampaignTab;
}

/** The parts of the page, with how many wait and how many were called. */
export function PageTabs({ campaign: { id, queued, processing }, calls, at }: PageTabsProps) {
  const counts: Partial<Record<CampaignTab, number | null>> = { queue: queued + processing, history: calls };
  return (
    <Tabs value={at} aria-label={campaignPage.parts} sx={{ px: '22px', flexShrink: 0 }}>
      {CAMPAIGN_TABS.map((tab) => (
        <Tab
          key={tab}
          id={tabId(tab)}
          value={tab}
          component={Link}
          href={addressOf(id, tab)}
          aria-controls={tab === at ? PANEL_ID : undefined}
          label={
            <span>
              {campaignPage.tabs[tab]}
              <Count value={counts[tab]} />
            </span>
          }
        />
      ))}
    </Tabs>
  );
}

function Count({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) return null;
  return (
    <Box component="span" sx={{ ml: 0.5, color: 'text.tertiary', fontWeight: 400, fontVariantNumeric: 'tabular-nums' }}>
      {' '}
      {number(value)}
    </Box>
  );
}
