import { Box, Tooltip, Typography } from '@mui/material';
import { memo } from 'react';
import { ticksUpTo } from '../lib/bar-scale.ts';
import { number } from '../lib/format.ts';
import { useRoving } from '../lib/use-roving.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The colours of the charts, by their name in the theme. */
export type ChartColour = 'completed' | 'noAnswer' | 'busy' | 'voicemail' | 'failed' | 'cancelled' | 'plain' | 'planned';

export interface Column {
  key: string;
  /** Below the bar: as short as can be. */
  label: string;
  /** What it is, whole. */
  name: string;
  /** From the bottom up, one for each series. */
  parts: readonly number[];
}

export interface Series {
  word: string;
  colour: ChartColour;
}

interface ColumnBarsProps {
  /** What the chart shows. */
  label: string;
  /** What the columns are. */
  of: string;
  series: readonly Series[];
  columns: readonly Column[];
  height?: number;
  /** How a value is written; whole numbers where nothing is said. */
  write?: (value: number) => string;
  /** Where the axis ends; the highest column where nothing is said. */
  ticks?: readonly number[];
  /** Where a column leads to what stands behind it: told its key. Columns are then walked through with the arrow keys. */
  onPick?: (key: string) => void;
}

/** With more columns their numbers could not stand side by side; the tooltip and the table behind the picture tell them. */
const MOST_WRITTEN = 12;
/** What a digit over a bar takes, and what parts two numbers, px. */
const DIGIT = 7;
const BETWEEN_NUMBERS = 4;
/** Hours are short below their bars, dates are not. */
const MOST_LABELS = 13;
const MOST_LONG_LABELS = 9;
const AXIS = 44;
/** So that few columns do not become fields. */
const WIDEST = 64;

/** Standing bars over a few hairlines. What they show stands in words and numbers behind the picture. */
export function ColumnBars({ label, of, series, columns, height = 240, write = number, ticks, onPick }: ColumnBarsProps) {
  const scale = ticks ?? ticksUpTo(Math.max(0, ...columns.map(sumOf)));
  const top = scale.at(-1) ?? 1;
  const every = Math.ceil(columns.length / (columns.some(({ label: below }) => below.length > 2) ? MOST_LONG_LABELS : MOST_LABELS));
  const roving = useRoving(columns.length);
  const longest = Math.max(0, ...columns.map((column) => write(sumOf(column)).length));
  const tooNarrow = `@container (max-width: ${columns.length * (longest * DIGIT + BETWEEN_NUMBERS)}px)`;
  return (
    <Box sx={{ position: 'relative' }}>
      <Box
        aria-hidden={onPick === undefined}
        sx={{ position: 'relative', height, pb: '24px', pl: `${AXIS}px`, pt: '16px', display: 'flex' }}
      >
        <Axis scale={scale} top={top} write={write} />
        <Box
          {...(onPick && { role: 'group', 'aria-label': label, onKeyDown: roving.onKeyDown })}
          sx={{
            flex: 1,
            minWidth: 0,
            display: 'flex',
            gap: columns.length > 40 ? '1px' : '2px',
            containerType: 'inline-size',
            [tooNarrow]: { '& .written': { display: 'none' } },
          }}
        >
          {columns.map((column, place) => (
            <Bar
              key={column.key}
              column={column}
              series={series}
              top={top}
              write={write}
              written={columns.length <= MOST_WRITTEN}
              labelled={place % every === 0}
              {...(onPick && { button: { ...roving.of(place), ...pickedBy(onPick, column) } })}
            />
          ))}
        </Box>
      </Box>
      {/* Columns that can be picked say all of it themselves. */}
      {onPick === undefined && <Numbers label={label} of={of} series={series} columns={columns} write={write} />}
    </Box>
  );
}

/** A column with nothing in it has nothing behind it either. */
const pickedBy = (onPick: (key: string) => void, column: Column) =>
  sumOf(column) === 0 ? { 'aria-disabled': true } : { onClick: () => onPick(column.key) };

const sumOf = ({ parts }: Column): number => parts.reduce((sum, part) => sum + part, 0);

function Axis({ scale, top, write }: { scale: readonly number[]; top: number; write: (value: number) => string }) {
  return (
    <Box aria-hidden sx={{ position: 'absolute', top: '16px', bottom: '24px', left: 0, right: 0 }}>
      {scale.map((tick) => (
        <Box key={tick} sx={{ position: 'absolute', left: 0, right: 0, bottom: `${(tick / top) * 100}%`, height: 0 }}>
          <Box sx={{ position: 'absolute', left: AXIS, right: 0, borderTop: 1, borderColor: tick === 0 ? 'line.hair' : 'line.row' }} />
          <Typography
            variant="caption"
            sx={{
              position: 'absolute',
              width: AXIS - 8,
              textAlign: 'right',
              transform: 'translateY(-50%)',
              color: 'text.tertiary',
              fontVariantNumeric: 'tabular-nums',
              whiteSpace: 'nowrap',
            }}
          >
            {write(tick)}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

interface BarProps extends Pick<ColumnBarsProps, 'series'> {
  column: Column;
  top: number;
  write: (value: number) => string;
  written: boolean;
  labelled: boolean;
  /** What makes a button of it. */
  button?: object;
}

const PICKED = { border: 0, p: 0, bgcolor: 'transparent', font: 'inherit', cursor: 'pointer', '&[aria-disabled]': { cursor: 'default' } };

const Bar = memo(function Bar({ column, series, top, write, written, labelled, button }: BarProps) {
  const sum = sumOf(column);
  const said = series.flatMap(({ word }, place) => (column.parts[place] ? [`${word} ${write(column.parts[place])}`] : []));
  const name = `${column.name}: ${said.length === 0 ? write(0) : said.join(', ')}`;
  return (
    // Named by what it holds, not by the tooltip: a label would have to repeat the numbers that are drawn.
    <Tooltip describeChild title={<span>{name}</span>}>
      <Box
        {...(button && { component: 'button', type: 'button', ...button })}
        sx={{ ...(button && PICKED), flex: 1, minWidth: 0, height: 1, position: 'relative', '&:hover': { bgcolor: 'action.hover' } }}
      >
        <Box
          sx={{
            position: 'absolute',
            left: '14%',
            right: '14%',
            bottom: 0,
            maxWidth: WIDEST,
            mx: 'auto',
            height: `${(sum / top) * 100}%`,
            display: 'flex',
            flexDirection: 'column-reverse',
            borderRadius: '2px 2px 0 0',
            overflow: 'hidden',
          }}
        >
          {series.map(({ word, colour }, place) => (
            <Box key={word} sx={{ height: `${((column.parts[place] ?? 0) / Math.max(sum, 1e-9)) * 100}%`, bgcolor: `chart.${colour}` }} />
          ))}
        </Box>
        {button && <VisuallyHidden>{name}</VisuallyHidden>}
        {written && sum > 0 && <Written at={sum / top}>{write(sum)}</Written>}
        {labelled && (
          <Typography
            aria-hidden
            variant="caption"
            noWrap
            sx={{
              position: 'absolute',
              top: '100%',
              left: '50%',
              transform: 'translateX(-50%)',
              mt: '6px',
              color: 'text.tertiary',
              fontVariantNumeric: 'tabular-nums',
            }}
          >
            {column.label}
          </Typography>
        )}
      </Box>
    </Tooltip>
  );
}, isDrawnAlike);

/** Most columns stay while one grows; a button is told apart by what it does. */
function isDrawnAlike({ column: a, button, ...before }: BarProps, { column: b, ...now }: BarProps): boolean {
  const isSame = a.key === b.key && a.label === b.label && a.name === b.name && a.parts.join() === b.parts.join();
  const { series, top, write, written, labelled } = now;
  return (
    isSame &&
    button === now.button &&
    before.series === series &&
    before.top === top &&
    before.write === write &&
    before.written === written &&
    before.labelled === labelled
  );
}

const Written = ({ at, children }: { at: number; children: string }) => (
  <Typography
    aria-hidden
    className="written"
    variant="caption"
    sx={{
      position: 'absolute',
      left: '50%',
      bottom: `${at * 100}%`,
      transform: 'translateX(-50%)',
      color: 'text.secondary',
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    }}
  >
    {children}
  </Typography>
);

function Numbers({
  label,
  of,
  series,
  columns,
  write,
}: Pick<ColumnBarsProps, 'label' | 'of' | 'series' | 'columns'> & { write: (value: number) => string }) {
  return (
    <VisuallyHidden component="div">
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {series.map(({ word }) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ key, name, parts }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {series.map(({ word }, place) => (
                <td key={word}>{write(parts[place] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  );
}
