import { useEffect, useState } from 'react';
import type { LiveBoard } from '../../../shared/contract/board.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { type Query, useQuery } from '../../lib/use-query.ts';
import { useSlowly } from '../../lib/use-slowly.ts';

/** What changes by the clock alone (who is due, the last hour, the day) is read so often. */
const BY_THE_CLOCK_MS = 20_000;
/** However much changes, figures are read so often at most: the calls themselves come with the stream. */
const FIGURES_MS = 1_000;

/** What the stream does not hold, read again soon after anything it tells of. */
export function useBoard(): Query<LiveBoard> {
  const calls = useLive(({ told }) => told.calls);
  const items = useLive(({ told }) => told.items);
  const campaigns = useLive(({ told }) => told.campaigns);
  const settings = useLive(({ topics }) => topics.settings + topics.users);
  // Calls of others are not told to a supervisor, but that slots changed hands is.
  const slots = useLive(({ slots: now }) => (now ? now.systemActive * 100_003 + now.systemLimit * 1_009 + now.userLimit : 0));
  const ticks = useTicks(BY_THE_CLOCK_MS);
  const told = useSlowly([calls, items, campaigns, settings, slots, ticks].join(), FIGURES_MS);
  return useQuery('live-board', async (signal) => (await api.live.board({}, { signal })).board, [told]);
}

function useTicks(everyMs: number): number {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTicks((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return ticks;
}
