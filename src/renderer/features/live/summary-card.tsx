import { Box, Card, Typography } from '@mui/material';
import type { LiveBoard } from '../../../shared/contract/board.ts';
import type { Concurrency } from '../../../shared/contract/settings.ts';
import { SlotsInUseRing } from '../../components/slots-in-use-ring.tsx';
import { number, percent } from '../../lib/format.ts';
import { common } from '../../words/common.ts';
import { summary } from '../../words/live.ts';
import { OutcomeStrip } from './outcome-strip.tsx';

interface SummaryCardProps {
  slots: Concurrency;
  board: LiveBoard;
  /** Whether the slots are those of the whole system. */
  everyone: boolean;
}

/** The sentences below the first and the last are the longest. */
const FIGURES = {
  gridTemplateColumns: '1.2fr 1fr 1fr 1.2fr',
  gap: 2,
  mb: 2,
  '& > *': { minWidth: 0 },
  '@container (max-width: 760px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
} as const;
/** Longer numbers are set smaller, so that none is cut. */
const LONG = 5;

/** What a glance from across the room should tell: how many calls are up, and how today goes. */
export function SummaryCard({ slots, board: { today, callsPerHour, waiting }, everyone }: SummaryCardProps) {
  const firstHour = today.hourly.find(({ calls }) => calls > 0)?.hour;
  const since = firstHour === undefined ? summary.noneYet : summary.since(firstHour);
  const rate = today.completed === 0 ? common.nothing : percent(today.successful / today.completed);
  return (
    <Card
      component="section"
      aria-label={summary.label}
      sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 3, py: 2, minHeight: 248 }}
    >
      <Ring slots={slots} everyone={everyone} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'grid', ...FIGURES }}>
          <Figure
            word={summary.doneToday}
            value={number(today.completed)}
            note={today.practiceIncluded ? summary.practice(since) : since}
          />
          <Figure word={summary.successRate} value={rate} note={summary.rateOf(today.successful, today.completed)} />
          <Figure word={summary.callsPerHour} value={number(callsPerHour)} note={summary.lastHour} />
          <Figure word={summary.waiting} value={number(waiting.total)} note={summary.dueSoon(waiting.dueSoon, waiting.dueSoonIsExact)} />
        </Box>
        <OutcomeStrip outcomes={today.outcomes} />
      </Box>
    </Card>
  );
}

function Ring({ slots, everyone }: Pick<SummaryCardProps, 'slots' | 'everyone'>) {
  const { systemActive, systemLimit, userActive, userLimit } = slots;
  const [up, of] = everyone ? [systemActive, systemLimit] : [userActive, userLimit];
  return (
    <SlotsInUseRing up={up} of={of} size={200}>
      <Typography variant="figureLarge" sx={{ fontSize: 56, lineHeight: '56px' }}>
        {number(up)}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {summary.ofUp(of)}
      </Typography>
      {!everyone && (
        <Typography variant="caption" sx={{ color: 'text.tertiary', mt: 0.5 }}>
          {summary.everyone(systemActive, systemLimit)}
        </Typography>
      )}
    </SlotsInUseRing>
  );
}

function Figure({ word, value, note }: { word: string; value: string; note: string }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="body2" component="div" noWrap sx={{ color: 'text.secondary' }}>
        {word}
      </Typography>
      <Typography variant="figureLarge" noWrap sx={{ fontSize: value.length > LONG ? 30 : 40, lineHeight: '48px', mt: 0.25 }}>
        {value}
      </Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.tertiary' }}>
        {note}
      </Typography>
    </Box>
  );
}
