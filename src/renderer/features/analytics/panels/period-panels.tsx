import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { ChartKey } from '../../../components/chart-key.tsx';
import { type Column, ColumnBars, type Series } from '../../../components/column-bars.tsx';
import { HourBars, hourSeries } from '../../../components/hour-bars.tsx';
import { OutcomeBars } from '../../../components/outcome-bars.tsx';
import { Panel } from '../../../components/panel.tsx';
import { dayLabel } from '../../../lib/day-names.ts';
import { percent } from '../../../lib/format.ts';
import { panelWords as words } from '../../../words/analytics.ts';
import { charts } from '../../../words/charts.ts';
import type { Behind } from '../analytics-view.ts';
import type { Figures } from '../use-analytics.ts';
import { type SpanFigures, spansShown } from './spans-shown.ts';

const RATE: readonly Series[] = [{ word: charts.successful, colour: 'completed' }];
const RATE_TICKS = [0, 0.5, 1] as const;
const HEIGHT = 200;

interface PeriodPanelsProps {
  figures: Figures;
  hrefOf: (behind: Behind) => string;
  onPick: (behind: Behind) => void;
}

/** What came of the calls, on which days and at which hours. */
export function PeriodPanels({ figures, hrefOf, onPick }: PeriodPanelsProps) {
  const { analytics, from, to } = figures;
  const outcomes = (
    <Panel title={words.outcomes} note={charts.callsOf(analytics.calls)}>
      <Box sx={{ px: 2, py: 1.25 }}>
        <OutcomeBars outcomes={analytics.outcomes} hrefOf={(outcome) => hrefOf({ outcome })} />
      </Box>
    </Panel>
  );
  const hours = (
    <Panel title={words.hours} actions={<ChartKey series={hourSeries(false)} />}>
      <Box sx={{ px: 2, py: 1 }}>
        <HourBars hours={analytics.hourly} height={HEIGHT} onPick={(hour) => onPick({ hour })} />
      </Box>
    </Panel>
  );
  // One day alone has no other to be compared with.
  if (from === to) {
    return (
      <Box sx={{ ...GRID, gridTemplateColumns: 'minmax(0, 1fr) 372px' }}>
        {hours}
        {outcomes}
      </Box>
    );
  }
  return (
    <Box sx={{ ...GRID, gridTemplateColumns: 'minmax(0, 1fr) 372px' }}>
      <DayPanels figures={figures} onPick={onPick} beside={outcomes} below={hours} />
    </Box>
  );
}

const GRID = { display: 'grid', gap: 2, '@container (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' } } as const;

interface DayPanelsProps extends Pick<PeriodPanelsProps, 'figures' | 'onPick'> {
  beside: ReactNode;
  below: ReactNode;
}

function DayPanels({ figures: { analytics, from, to }, onPick, beside, below }: DayPanelsProps) {
  const { unit, spans } = spansShown(analytics.daily, { from, to });
  const columns = (parts: (of: SpanFigures) => readonly number[]): Column[] =>
    spans.map((span) => ({ key: span.from, label: dayLabel(span.from), name: words.spanName(span.from, span.to), parts: parts(span) }));
  const pick = (more: Behind) => (key: string) => {
    const span = spans.find((one) => one.from === key);
    if (span) onPick({ span: { from: span.from, to: span.to }, ...more });
  };
  return (
    <>
      <Panel title={words.calls(unit)} actions={<ChartKey series={hourSeries(false)} />}>
        <Box sx={{ px: 2, py: 1 }}>
          <ColumnBars
            label={words.calls(unit)}
            of={words.units[unit]}
            series={hourSeries(false)}
            columns={columns(({ calls, successful }) => [successful, calls - successful])}
            height={HEIGHT}
            onPick={pick({})}
          />
        </Box>
      </Panel>
      {beside}
      <Panel title={words.rates(unit)}>
        <Box sx={{ px: 2, py: 1 }}>
          <ColumnBars
            label={words.rates(unit)}
            of={words.units[unit]}
            series={RATE}
            columns={columns(({ completed, successful }) => [completed === 0 ? 0 : successful / completed])}
            height={HEIGHT}
            write={percent}
            ticks={RATE_TICKS}
            onPick={pick({ outcome: 'completed' })}
          />
        </Box>
      </Panel>
      {below}
    </>
  );
}
