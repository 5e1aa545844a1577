import { Box } from '@mui/material';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import { ChartKey } from '../../../components/chart-key.tsx';
import { type Column, ColumnBars, type Series } from '../../../components/column-bars.tsx';
import { hourSeries } from '../../../components/hour-bars.tsx';
import { Panel } from '../../../components/panel.tsx';
import { dayLabel, dayName } from '../../../lib/day-names.ts';
import { percent } from '../../../lib/format.ts';
import { overview } from '../../../words/campaign.ts';
import { charts } from '../../../words/charts.ts';
import { daysShown } from './days-shown.ts';

const RATE: readonly Series[] = [{ word: charts.successful, colour: 'completed' }];
const RATE_TICKS = [0, 0.5, 1] as const;
const HEIGHT = 200;

/** Day by day: how many calls, and which share of them was successful. Nothing before the first call. */
export function DayPanels({ figures }: { figures: Analytics | null }) {
  const days = daysShown(figures?.daily ?? []);
  if (days.length === 0) return null;
  const series = hourSeries(false);
  const column = (date: string, parts: readonly number[]): Column => ({ key: date, label: dayLabel(date), name: dayName(date), parts });
  const note = (figures?.daily.length ?? 0) > 0 && days.length > 7 ? { note: overview.lastDays(days.length) } : {};
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        gap: 2,
        '@container (max-width: 980px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
      }}
    >
      <Panel title={overview.days} {...note} actions={<ChartKey series={series} />}>
        <Box sx={{ px: 2, py: 1 }}>
          <ColumnBars
            label={overview.days}
            of={overview.day}
            series={series}
            columns={days.map(({ date, calls, successful }) => column(date, [successful, calls - successful]))}
            height={HEIGHT}
          />
        </Box>
      </Panel>
      <Panel title={overview.rates} {...note}>
        <Box sx={{ px: 2, py: 1 }}>
          <ColumnBars
            label={overview.rates}
            of={overview.day}
            series={RATE}
            columns={days.map(({ date, completed, successful }) => column(date, [completed === 0 ? 0 : successful / completed]))}
            height={HEIGHT}
            write={percent}
            ticks={RATE_TICKS}
          />
        </Box>
      </Panel>
    </Box>
  );
}
