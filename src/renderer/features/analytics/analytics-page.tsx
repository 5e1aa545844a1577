import { Box, Stack } from '@mui/material';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { navigate } from '../../app/address.ts';
import { Page } from '../../app/shell/page.tsx';
import { Fault } from '../../components/fault.tsx';
import { viewerZone } from '../../lib/format.ts';
import { analyticsPage } from '../../words/analytics.ts';
import { CallDrawer } from '../call/call-drawer.tsx';
import { ListAndDrawer } from '../../components/list-and-drawer.tsx';
import { type AnalyticsView, addressOf, viewOf } from './analytics-view.ts';
import { CallsBehind } from './behind/calls-behind.tsx';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter/filter-bar.tsx';
import { Loading } from './loading.tsx';
import { NoCalls } from './no-calls.tsx';
import { Told } from './told.tsx';
import { type Figures, useAnalytics } from './use-analytics.ts';

/** What came of all calls, by period, campaign, agent and person; every figure leads to its calls. */
export function AnalyticsPage() {
  const { view: address } = useParams<{ view?: string }>();
  const view = viewOf(address);
  const { figures, isCurrent, error, again } = useAnalytics(view);
  const [longestId, setLongestId] = useState<string | null>(null);
  // What could not be read is not covered with the figures of something else.
  const shown = error === null || isCurrent ? figures : null;
  // The same while calls lie open beside it: what is told is then not drawn again.
  const closed = addressOf({ ...view, behind: null });
  const whole = useMemo(() => viewOf(closed.split('/')[2]), [closed]);
  const openLongest = useCallback(
    (id: string) => {
      setLongestId(id);
      navigate(closed);
    },
    [closed],
  );
  const change = (next: AnalyticsView) => {
    setLongestId(null);
    navigate(addressOf({ ...next, behind: null }));
  };
  const close = () => {
    setLongestId(null);
    if (view.behind !== null) navigate(closed, { replace: true });
  };
  return (
    <Page
      title={analyticsPage.title}
      mark={shown !== null && <Dates figures={shown} />}
      actions={<ExportButton figures={isCurrent ? figures : null} />}
    >
      <Stack sx={{ flex: 1, minHeight: 0, borderTop: 1, borderColor: 'divider' }}>
        <ListAndDrawer
          drawer={
            view.behind !== null && figures !== null ? (
              <CallsBehind key={JSON.stringify([figures.question, view.behind])} behind={view.behind} figures={figures} onClose={close} />
            ) : (
              longestId !== null && <CallDrawer id={longestId} onClose={close} />
            )
          }
        >
          <Box sx={{ pt: 1.5, flexShrink: 0 }}>
            <FilterBar view={view} figures={figures} onChange={change} />
          </Box>
          <Stack sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 3, pb: 3, gap: 2 }}>
            {error !== null && <Fault error={error} onRetry={again} />}
            {figures === null && error === null && <Loading />}
            {shown?.analytics.calls === 0 && <NoCalls view={view} figures={shown} />}
            {shown !== null && shown.analytics.calls > 0 && (
              <Told view={whole} figures={shown} isCurrent={isCurrent} onOpenCall={openLongest} />
            )}
          </Stack>
        </ListAndDrawer>
      </Stack>
    </Page>
  );
}

/** Which days are counted, and by whose clock where it is not the viewer's. */
function Dates({ figures: { from, to, analytics } }: { figures: Figures }) {
  const { timeZone } = analytics;
  return (
    <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
      {analyticsPage.dates(from, to, timeZone === viewerZone() ? null : timeZone)}
    </Box>
  );
}
