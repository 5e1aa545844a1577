import { Box, Typography } from '@mui/material';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import type { Campaign, Outlook } from '../../../../shared/contract/campaigns.ts';
import { ChartKey } from '../../../components/chart-key.tsx';
import { HourBars, hourSeries } from '../../../components/hour-bars.tsx';
import { Panel } from '../../../components/panel.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { overview } from '../../../words/campaign.ts';

interface HoursPanelProps {
  campaign: Campaign;
  figures: Analytics | null;
  outlook: Outlook | null;
}

/** At which hours calls were made, and are planned in this opening. Hours are the campaign's. */
export function HoursPanel({ campaign: { timeZone }, figures, outlook }: HoursPanelProps) {
  const planned = outlook?.planned ?? null;
  const isEmpty = figures?.calls === 0 && planned === null;
  return (
    <Panel
      title={overview.hours}
      {...(timeZone !== viewerZone() && { note: overview.timesIn(timeZone) })}
      actions={<ChartKey series={hourSeries(planned !== null)} />}
    >
      <Box sx={{ px: 2, py: isEmpty ? 1.25 : 1, minHeight: isEmpty ? 0 : 256 }}>
        {figures !== null && isEmpty && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {overview.noHour}
          </Typography>
        )}
        {figures !== null && !isEmpty && <HourBars hours={figures.hourly} {...(planned !== null && { planned })} height={240} />}
      </Box>
    </Panel>
  );
}
