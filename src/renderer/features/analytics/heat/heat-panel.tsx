import { Box, Link as StyledLink, Typography } from '@mui/material';
import { Link } from 'wouter';
import type { HeatCell } from '../../../../shared/contract/analytics.ts';
import { Panel } from '../../../components/panel.tsx';
import { heatWords as words } from '../../../words/analytics.ts';
import type { Behind } from '../analytics-view.ts';
import { bestHours, ENOUGH_CALLS } from './best-hours.ts';
import { HeatLegend } from './heat-legend.tsx';
import { HeatMap } from './heat-map.tsx';
import { heatSteps, shareOf } from './heat-steps.ts';

interface HeatPanelProps {
  heat: readonly HeatCell[];
  hrefOf: (behind: Behind) => string;
  onPick: (behind: Behind) => void;
}

/** When people answer: in a sentence, and by weekday and hour. */
export function HeatPanel({ heat, hrefOf, onPick }: HeatPanelProps) {
  const steps = heatSteps(heat);
  return (
    <Panel title={words.title} note={words.note}>
      <Box sx={{ px: 2, pt: 1.5, pb: 2 }}>
        <Typography sx={{ mb: 1.5 }}>
          <Best heat={heat} hrefOf={hrefOf} />
        </Typography>
        <HeatMap heat={heat} steps={steps} onPick={onPick} />
        <HeatLegend steps={steps} />
      </Box>
    </Panel>
  );
}

function Best({ heat, hrefOf }: Pick<HeatPanelProps, 'heat' | 'hrefOf'>) {
  const best = bestHours(heat);
  if (best.kind === 'few') return words.few(ENOUGH_CALLS);
  if (best.kind === 'even') return words.even;
  const { weekday, hour, lastHour, calls } = best.group;
  return (
    <>
      {words.best(weekday, hour, lastHour)}:{' '}
      <StyledLink component={Link} href={hrefOf({ weekday, hour, lastHour })}>
        {words.bestOf(shareOf(best.group), calls)}
      </StyledLink>
      .
    </>
  );
}
