import { Box, Button } from '@mui/material';
import { Link, useParams } from 'wouter';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { Page } from '../../app/shell/page.tsx';
import { Fault } from '../../components/fault.tsx';
import { NothingHere } from '../../components/nothing-here.tsx';
import { RowSkeletons } from '../../components/row-skeletons.tsx';
import { campaignPage } from '../../words/campaign.ts';
import { type CampaignView, viewOf } from './campaign-view.ts';
import { SettingsTab } from './edit/settings-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { PageActions } from './page-actions.tsx';
import { Above, Meta, StateMark } from './page-head.tsx';
import { PageTabs, PANEL_ID, tabId } from './page-tabs.tsx';
import { QueueTab } from './queue/queue-tab.tsx';
import { useCampaign } from './use-campaign.ts';
import { useFigures } from './use-figures.ts';

/** One campaign: how it goes, who waits, what came of the calls, and its settings. */
export function CampaignPage() {
  const { id, tab } = useParams<{ id: string; tab?: string }>();
  return <OneCampaign key={id} id={id} view={viewOf(tab)} />;
}

function OneCampaign({ id, view }: { id: string; view: CampaignView }) {
  const { campaign, isGone, error, again } = useCampaign(id);
  if (isGone) {
    return (
      <Page title={campaignPage.title}>
        <NothingHere
          action={
            <Button component={Link} href="/campaigns/active">
              {campaignPage.toCampaigns}
            </Button>
          }
        >
          {campaignPage.gone}
        </NothingHere>
      </Page>
    );
  }
  if (campaign === null) {
    return (
      <Page title={campaignPage.title}>
        <Box sx={{ px: 3 }}>{error === null ? <RowSkeletons /> : <Fault error={error} onRetry={again} />}</Box>
      </Page>
    );
  }
  return <Found campaign={campaign} view={view} />;
}

function Found({ campaign, view }: { campaign: Campaign; view: CampaignView }) {
  const figures = useFigures(campaign.id);
  return (
    <Page
      title={campaign.name}
      above={<Above campaign={campaign} />}
      mark={<StateMark campaign={campaign} />}
      meta={<Meta campaign={campaign} />}
      actions={<PageActions campaign={campaign} />}
    >
      <PageTabs campaign={campaign} calls={figures.data?.calls ?? null} at={view.tab} />
      <Box
        role="tabpanel"
        id={PANEL_ID}
        aria-labelledby={tabId(view.tab)}
        sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', position: 'relative' }}
      >
        {view.tab === 'overview' && <OverviewTab campaign={campaign} figures={figures} />}
        {view.tab === 'queue' && <QueueTab key={view.filter} campaign={campaign} filter={view.filter} />}
        {view.tab === 'history' && <HistoryTab key={view.filter} campaign={campaign} filter={view.filter} figures={figures.data} />}
        {view.tab === 'settings' && <SettingsTab campaign={campaign} calls={figures.data?.calls ?? null} />}
      </Box>
    </Page>
  );
}
