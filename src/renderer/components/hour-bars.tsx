import { memo } from 'react';
import type { Analytics } from '../../shared/contract/analytics.ts';
import { charts } from '../words/charts.ts';
import { type Column, ColumnBars, type Series } from './column-bars.tsx';
import { hoursShown } from './hours-shown.ts';

const SERIES: readonly Series[] = [
  { word: charts.successful, colour: 'completed' },
  { word: charts.other, colour: 'plain' },
  { word: charts.planned, colour: 'planned' },
];

const WITHOUT_PLANNED = SERIES.slice(0, 2);

/** What the colours stand for, for the head of the panel around the bars. */
export const hourSeries = (withPlanned: boolean): readonly Series[] => (withPlanned ? SERIES : WITHOUT_PLANNED);

interface HourBarsProps {
  /** By hour of the day; hours that are left out are empty. */
  hours: readonly Pick<Analytics['hourly'][number], 'hour' | 'calls' | 'successful'>[];
  /** Calls still to come by hour of the day, 24 of them. */
  planned?: readonly number[];
  height?: number;
  /** Where an hour leads to its calls. */
  onPick?: (hour: number) => void;
}

/** Calls by hour of the day: successful ones in green, others in grey, those to come in the colour of the track. */
export const HourBars = memo(function HourBars({ hours, planned, height = 276, onPick }: HourBarsProps) {
  const columns = hoursShown(hours, planned).map(
    ({ hour, successful, other, planned: toCome }): Column => ({
      key: String(hour),
      label: charts.hourLabel(hour),
      name: charts.hourSpan(hour),
      parts: planned ? [successful, other, toCome] : [successful, other],
    }),
  );
  return (
    <ColumnBars
      label={charts.hours}
      of={charts.hour}
      series={hourSeries(planned !== undefined)}
      columns={columns}
      height={height}
      {...(onPick && { onPick: (key: string) => onPick(Number(key)) })}
    />
  );
});
