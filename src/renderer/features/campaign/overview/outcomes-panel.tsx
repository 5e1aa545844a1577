import { Box, Typography } from '@mui/material';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import { OutcomeBars } from '../../../components/outcome-bars.tsx';
import { Panel } from '../../../components/panel.tsx';
import { overview } from '../../../words/campaign.ts';
import { addressOf } from '../campaign-view.ts';

/** What came of the calls; each outcome leads to its calls. */
export function OutcomesPanel({ id, figures }: { id: string; figures: Analytics | null }) {
  return (
    <Panel title={overview.outcomes} {...(figures !== null && { note: overview.calls(figures.calls) })}>
      <Box sx={{ px: 2, py: 1.25, minHeight: figures?.calls === 0 ? 0 : 188 }}>
        {figures?.calls === 0 && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {overview.noOutcome}
          </Typography>
        )}
        {figures !== null && figures.calls > 0 && (
          <OutcomeBars outcomes={figures.outcomes} hrefOf={(outcome) => addressOf(id, 'history', outcome)} />
        )}
      </Box>
    </Panel>
  );
}
