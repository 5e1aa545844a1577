import Add from '@mui/icons-material/Add';
import { Box, Button, Card, MenuItem, Skeleton, Stack, Tab, Tabs, TextField, Typography } from '@mui/material';
import { memo, useState } from 'react';
import { Link, useParams } from 'wouter';
import { useShallow } from 'zustand/react/shallow';
import { useLive } from '../../app/live/live-store.ts';
import { Page } from '../../app/shell/page.tsx';
import { Fault } from '../../components/fault.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { WhenWaiting } from '../../components/when-waiting.tsx';
import { number } from '../../lib/format.ts';
import { campaignsPage } from '../../words/campaigns.ts';
import { common } from '../../words/common.ts';
import { NEW_CAMPAIGN, useChooseFile } from '../import/take-file.ts';
import { CampaignCard } from './campaign-card.tsx';
import { NoCampaigns } from './no-campaigns.tsx';
import { isTab, type ListView, SORTS, type SortName, TABS, type TabName } from './tabs.ts';
import { type CampaignList, useCampaignList } from './use-campaign-list.ts';
import { Spoken } from '../../components/spoken.tsx';

/** All campaigns, by state, alive. */
export function CampaignsPage() {
  const params = useParams<{ tab?: string }>();
  const tab = isTab(params.tab) ? params.tab : 'active';
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<SortName>('newest');
  const none = useLive(({ tabs }) => tabs !== null && TABS.every((name) => tabs[name] === 0));
  const chooseFile = useChooseFile();
  // One contained button on a screen: where the list is empty, it is the one in the middle.
  const look = none ? {} : ({ variant: 'contained', color: 'primary' } as const);
  return (
    <Page
      title={campaignsPage.title}
      actions={
        <Button {...look} startIcon={<Add />} component={Link} href={NEW_CAMPAIGN}>
          {campaignsPage.newCampaign}
        </Button>
      }
    >
      <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', flexShrink: 0, borderBottom: 1, borderColor: 'divider' }}>
        <TabRow tab={tab} />
        {!none && (
          <Stack direction="row" sx={{ gap: 1, ml: 'auto', px: 3, py: 0.5 }}>
            <SearchField label={campaignsPage.search} value={search} onChange={setSearch} width={220} />
            <SortField value={sort} onChange={setSort} />
          </Stack>
        )}
      </Stack>
      <Stack role="tabpanel" id="campaigns-panel" aria-labelledby={`tab-${tab}`} sx={{ flex: 1, overflow: 'auto', px: 3, py: 3 }}>
        {none ? <NoCampaigns onChoose={chooseFile} /> : <CampaignRows key={tab} view={{ tab, search, sort }} />}
      </Stack>
    </Page>
  );
}

/** Apart from the page, and only where a count is another one: the row measures its tabs each time it is drawn. */
const TabRow = memo(function TabRow({ tab }: { tab: TabName }) {
  const counts = useLive(useShallow((state) => state.tabs));
  return (
    <Tabs value={tab} aria-label={campaignsPage.tabsLabel} sx={{ px: '22px', flexShrink: 0, borderBottom: 0 }}>
      {TABS.map((name) => (
        <Tab
          key={name}
          id={`tab-${name}`}
          value={name}
          component={Link}
          href={`/campaigns/${name}`}
          aria-controls={name === tab ? 'campaigns-panel' : undefined}
          label={
            <span>
              {campaignsPage.tabs[name]}{' '}
              <Box component="span" sx={{ ml: 0.5, color: 'text.tertiary', fontWeight: 400, fontVariantNumeric: 'tabular-nums' }}>
                {counts && number(counts[name])}
              </Box>
            </span>
          }
        />
      ))}
    </Tabs>
  );
});

function SortField({ value, onChange }: { value: SortName; onChange: (sort: SortName) => void }) {
  return (
    <TextField
      select
      size="small"
      value={value}
      onChange={({ target }) => onChange(SORTS.find((sort) => sort === target.value) ?? 'newest')}
      slotProps={{ select: { inputProps: { 'aria-label': campaignsPage.sort } } }}
      sx={{ width: 150 }}
    >
      {SORTS.map((sort) => (
        <MenuItem key={sort} value={sort}>
          {campaignsPage.sorts[sort]}
        </MenuItem>
      ))}
    </TextField>
  );
}

function CampaignRows({ view }: { view: ListView }) {
  const list = useCampaignList(view);
  if (list.error && list.rows.length === 0) return <Fault error={list.error} onRetry={list.retry} />;
  if (list.rows.length === 0) return list.isLoading ? <Loading /> : <EmptyTab view={view} />;
  return <Rows list={list} />;
}

function Rows({ list: { rows, error, retry, more } }: { list: CampaignList }) {
  return (
    <Stack sx={{ gap: 1.5, containerType: 'inline-size' }}>
      {error !== null && <Fault error={error} onRetry={retry} />}
      {rows.map((campaign) => (
        <CampaignCard key={campaign.id} campaign={campaign} />
      ))}
      {more && (
        <Button onClick={more} sx={{ alignSelf: 'center', mt: 1 }}>
          {campaignsPage.showMore}
        </Button>
      )}
    </Stack>
  );
}

function EmptyTab({ view: { tab, search } }: { view: ListView }) {
  return (
    <Typography sx={{ m: 'auto', color: 'text.secondary' }}>
      <Spoken words={search.trim() === '' ? campaignsPage.emptyTab[tab] : campaignsPage.notFound(search.trim())} />
    </Typography>
  );
}

function Loading() {
  return (
    <WhenWaiting>
      <Stack sx={{ gap: 1.5 }}>
        <Spoken unseen words={common.loading} />
        {['first', 'second', 'third'].map((key) => (
          <Card key={key} aria-hidden sx={{ p: 2 }}>
            <Skeleton width={280} height={20} />
            <Skeleton width={220} height={16} sx={{ mt: 0.5 }} />
            <Skeleton height={6} sx={{ mt: 1.5 }} />
            <Skeleton width={160} height={14} sx={{ mt: 1 }} />
          </Card>
        ))}
      </Stack>
    </WhenWaiting>
  );
}
