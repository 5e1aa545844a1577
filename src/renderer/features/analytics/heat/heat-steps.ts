/** How strongly a cell of the heat map is coloured: in equal steps from the lowest share to the highest, whole fives of a per cent. */

/** Of fewer calls the share says nothing: their cells stay without colour. */
export const FEWEST_CALLS = 5;
export const STEPS = 4;
const ROUND = 5;

interface Counted {
  calls: number;
  successful: number;
}

export interface HeatSteps {
  /** Per cent at which the second step begins. */
  from: number;
  /** Per cent from one step to the next. */
  size: number;
}

/** Share of calls in which a person spoke, 0 to 1. */
export const shareOf = ({ calls, successful }: Counted): number => (calls === 0 ? 0 : successful / calls);

/** The steps of these cells; null where no cell has enough calls. */
export function heatSteps(cells: readonly Counted[]): HeatSteps | null {
  const shares = cells.filter(({ calls }) => calls >= FEWEST_CALLS).map((cell) => shareOf(cell) * 100);
  if (shares.length === 0) return null;
  const low = Math.floor(Math.min(...shares) / ROUND) * ROUND;
  const high = Math.max(...shares);
  const size = Math.max(ROUND, Math.round((high - low) / STEPS / ROUND) * ROUND);
  return { from: Math.min(low, 100 - STEPS * size) + size, size };
}

/** 1 (lowest) to 4; 0 where there are too few calls to tell. */
export function stepOf(cell: Counted, { from, size }: HeatSteps): number {
  if (cell.calls < FEWEST_CALLS) return 0;
  // A share of 0.35 is 35.000000000000003 per cent.
  const above = Math.floor(Number((shareOf(cell) * 100 - from).toFixed(6)) / size) + 1;
  return 1 + Math.min(STEPS - 1, Math.max(0, above));
}
