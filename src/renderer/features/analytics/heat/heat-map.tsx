import { Box, Tooltip } from '@mui/material';
import type { HeatCell } from '../../../../shared/contract/analytics.ts';
import { hoursShown } from '../../../components/hours-shown.ts';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { number, percent } from '../../../lib/format.ts';
import { useRoving } from '../../../lib/use-roving.ts';
import { heatWords as words } from '../../../words/analytics.ts';
import { charts } from '../../../words/charts.ts';
import type { Behind } from '../analytics-view.ts';
import { heatColour } from './heat-colour.ts';
import { type HeatSteps, shareOf, stepOf } from './heat-steps.ts';

interface HeatMapProps {
  heat: readonly HeatCell[];
  /** Null where no cell has enough calls for a colour. */
  steps: HeatSteps | null;
  onPick: (behind: Behind) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HEAD = {
  p: 0,
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 400,
  color: 'text.tertiary',
  fontVariantNumeric: 'tabular-nums',
} as const;

/** A table of weekdays and hours: in each cell the share that was answered and the number of calls; the arrow keys walk over it. */
export function HeatMap({ heat, steps, onPick }: HeatMapProps) {
  const hours = hoursShown(heat).map(({ hour }) => hour);
  const roving = useRoving(WEEKDAYS.length * hours.length, hours.length);
  const cellOf = (weekday: number, hour: number) => heat.find((cell) => cell.weekday === weekday && cell.hour === hour);
  return (
    <Box sx={{ overflowX: 'auto', mx: -0.5, px: 0.5 }}>
      <Box
        component="table"
        role="grid"
        onKeyDown={roving.onKeyDown}
        sx={{ width: 1, tableLayout: 'fixed', minWidth: 40 + hours.length * 46, borderCollapse: 'separate', borderSpacing: '2px' }}
      >
        <caption>
          <VisuallyHidden>{words.table}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <Box component="td" sx={{ width: 36, p: 0 }} />
            {hours.map((hour) => (
              <Box key={hour} component="th" scope="col" sx={{ ...HEAD, pb: 0.5 }}>
                <span aria-hidden>{charts.hourLabel(hour)}</span>
                <VisuallyHidden>{charts.hourSpan(hour)}</VisuallyHidden>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday, row) => (
            <tr key={weekday}>
              <Box component="th" scope="row" sx={{ ...HEAD, textAlign: 'left' }}>
                <span aria-hidden>{words.weekdays[row]}</span>
                <VisuallyHidden>{words.weekday(weekday)}</VisuallyHidden>
              </Box>
              {hours.map((hour, column) => (
                <Box key={hour} component="td" sx={{ p: 0 }}>
                  <Cell
                    {...{ weekday, hour, calls: 0, successful: 0, ...cellOf(weekday, hour) }}
                    steps={steps}
                    roving={roving.of(row * hours.length + column)}
                    onPick={onPick}
                  />
                </Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

interface CellProps extends Pick<HeatCell, 'weekday' | 'hour' | 'calls' | 'successful'>, Pick<HeatMapProps, 'steps' | 'onPick'> {
  roving: object;
}

function Cell({ steps, roving, onPick, ...cell }: CellProps) {
  const { weekday, hour, calls } = cell;
  const said = words.cell(weekday, hour, calls, shareOf(cell));
  return (
    // Named by what it holds: a label would have to repeat the numbers that are drawn.
    <Tooltip describeChild title={<span>{said}</span>}>
      <Box
        component="button"
        type="button"
        {...roving}
        {...(calls === 0 ? { 'aria-disabled': true } : { onClick: () => onPick({ weekday, hour }) })}
        sx={{
          position: 'relative',
          display: 'block',
          width: 1,
          height: 40,
          p: 0,
          border: 1,
          borderColor: 'transparent',
          borderRadius: '2px',
          font: 'inherit',
          fontVariantNumeric: 'tabular-nums',
          color: 'text.primary',
          ...heatColour(calls, steps === null ? 0 : stepOf(cell, steps)),
          ...(calls > 0 && { cursor: 'pointer', '&:hover': { borderColor: 'text.secondary' } }),
        }}
      >
        <VisuallyHidden>{said}</VisuallyHidden>
        {calls > 0 && (
          <>
            <Box component="span" aria-hidden sx={{ display: 'block', fontSize: 13, lineHeight: '17px', fontWeight: 500 }}>
              {percent(shareOf(cell))}
            </Box>
            <Box component="span" aria-hidden sx={{ display: 'block', fontSize: 12, lineHeight: '15px' }}>
              {number(calls)}
            </Box>
          </>
        )}
      </Box>
    </Tooltip>
  );
}
