import { Box } from '@mui/material';
import { useMemo } from 'react';
import type { Campaign, Forecast } from '../../../../shared/contract/campaigns.ts';
import { ChartKey } from '../../../components/chart-key.tsx';
import { HourBars, hourSeries } from '../../../components/hour-bars.tsx';
import { Panel } from '../../../components/panel.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { overview } from '../../../words/campaign.ts';
import { plannedHours } from './planned-hours.ts';
import type { CampaignFigures } from './stats.ts';

interface HoursPanelProps {
  campaign: Campaign;
  figures: CampaignFigures | null;
  plan: Forecast['plan'];
}

/** At which hours calls were made, and are planned in this opening. Hours are the campaign's. */
export function HoursPanel({ campaign: { opening, timeZone }, figures, plan }: HoursPanelProps) {
  const planned = useMemo(() => (plan && opening ? plannedHours(plan, opening, timeZone) : null), [plan, opening, timeZone]);
  return (
    <Panel
      title={overview.hours}
      {...(timeZone !== viewerZone() && { note: overview.timesIn(timeZone) })}
      actions={<ChartKey series={hourSeries(planned !== null)} />}
    >
      <Box sx={{ px: 2, py: 1, minHeight: 256 }}>
        {figures !== null && <HourBars hours={figures.hourly} {...(planned !== null && { planned })} height={240} />}
      </Box>
    </Panel>
  );
}
