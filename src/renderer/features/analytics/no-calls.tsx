import Add from '@mui/icons-material/Add';
import { Button, Stack } from '@mui/material';
import { Link } from 'wouter';
import { NothingHere } from '../../components/nothing-here.tsx';
import { analyticsPage as words } from '../../words/analytics.ts';
import { NEW_CAMPAIGN } from '../import/take-file.ts';
import { type AnalyticsView, addressOf, isNarrowed } from './analytics-view.ts';
import type { Figures } from './use-analytics.ts';

interface NoCallsProps {
  view: AnalyticsView;
  figures: Figures;
}

/** Where nothing is counted: what this page will tell, or why nothing fits and the way out. */
export function NoCalls({ view, figures: { analytics, from, to } }: NoCallsProps) {
  const { practiceIncluded } = analytics;
  const isUsual = view.period === '30-days' && !isNarrowed(view);
  if (isUsual && practiceIncluded) {
    return (
      <NothingHere
        action={
          <Button variant="contained" color="primary" startIcon={<Add />} component={Link} href={NEW_CAMPAIGN}>
            {words.newCampaign}
          </Button>
        }
      >
        {words.nothingYet}
      </NothingHere>
    );
  }
  const what = `${words.noneFound(from, to)}${isNarrowed(view) ? ` ${words.byThese}` : ''}.`;
  return (
    <NothingHere
      action={
        <Stack direction="row" sx={{ gap: 1 }}>
          {!practiceIncluded && (
            <Button component={Link} href={addressOf({ ...view, practice: true })}>
              {words.countPractice}
            </Button>
          )}
          {!isUsual && (
            <Button component={Link} href={addressOf({ period: '30-days', behind: null })}>
              {words.showAll}
            </Button>
          )}
        </Stack>
      }
    >
      {practiceIncluded ? what : `${what} ${words.practiceLeftOut}`}
    </NothingHere>
  );
}
