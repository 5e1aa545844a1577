import { Box } from '@mui/material';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import type { LiveBoard } from '../../../shared/contract/board.ts';
import type { Call } from '../../../shared/contract/calls.ts';
import type { Concurrency } from '../../../shared/contract/settings.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useUser } from '../../app/session/session.ts';
import { ChartKey } from '../../components/chart-key.tsx';
import { HourBars, hourSeries } from '../../components/hour-bars.tsx';
import { Panel } from '../../components/panel.tsx';
import { charts } from '../../words/charts.ts';
import { CallsUpPanel } from './calls-up-panel.tsx';
import { freeSlots } from './free-slots.ts';
import { NextPanel } from './next-panel.tsx';
import { SlotsPanel } from './slots-panel.tsx';
import { SummaryCard } from './summary-card.tsx';

const HEIGHT = 248;

/** Wide: everything in one view. Narrow: the panels below each other in pairs, narrower still one by one, and the page scrolls. */
export const GRID = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'minmax(0, 1fr) minmax(248px, 24%) minmax(288px, 28%)',
  gridTemplateRows: `${HEIGHT}px minmax(0, 1fr)`,
  gridTemplateAreas: '"summary summary hours" "calls slots next"',
  height: 1,
  minHeight: 760,
  '@container (max-width: 1079.95px)': {
    height: 'auto',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 34%)',
    gridTemplateRows: `minmax(${HEIGHT}px, auto) 580px 400px`,
    gridTemplateAreas: '"summary summary" "calls next" "hours slots"',
  },
  '@container (max-width: 760px)': {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: `auto 480px 480px ${HEIGHT}px 400px`,
    gridTemplateAreas: '"summary" "calls" "next" "hours" "slots"',
  },
} as const;

/**
 * The whole board: what the stream tells is drawn at once, the rest as it was read last. That comes ten times a second, this once, so
 * the panels that show only what was read are not drawn anew with it.
 */
export function BoardView({ board, slots }: { board: LiveBoard; slots: Concurrency }) {
  const everyone = useUser().role === 'admin';
  const calls = useCallsUp();
  const users = slots.users;
  const names = useMemo(() => new Map(users?.map(({ userId, name }) => [userId, name])), [users]);
  const ownerOf = useMemo(() => (everyone ? (userId: string) => names.get(userId) ?? '' : null), [everyone, names]);
  return (
    <Box sx={GRID}>
      <Box sx={{ gridArea: 'summary', display: 'grid' }}>
        <SummaryCard slots={slots} board={board} everyone={everyone} />
      </Box>
      <Panel title={charts.hours} actions={<ChartKey series={hourSeries(false)} />} sx={{ gridArea: 'hours', minWidth: 0 }}>
        <Box sx={{ px: 2, pb: 1 }}>
          <HourBars hours={board.today.hourly} height={HEIGHT - 56} />
        </Box>
      </Panel>
      <Area name="calls">
        <CallsUpPanel calls={calls} free={freeSlots(slots, calls.length, board, everyone)} ownerOf={ownerOf} />
      </Area>
      <Area name="slots">
        <SlotsPanel board={board} everyone={everyone} />
      </Area>
      <Area name="next">
        <NextPanel board={board} />
      </Area>
    </Box>
  );
}

const Area = ({ name, children }: { name: string; children: ReactNode }) => (
  <Box sx={{ gridArea: name, display: 'grid', gridTemplateRows: 'minmax(0, 1fr)', minHeight: 0, minWidth: 0 }}>{children}</Box>
);

/** Calls up, the longest first by the clock that is shown. They are drawn between frames, and never hold one up. */
function useCallsUp(): readonly Call[] {
  const calls = useDeferredValue(useLive(({ callsUp }) => callsUp));
  return useMemo(() => [...calls.values()].toSorted((a, b) => since(a) - since(b) || (a.id < b.id ? -1 : 1)), [calls]);
}
const since = ({ answeredAt, claimedAt }: Call) => (answeredAt ?? claimedAt).getTime();
