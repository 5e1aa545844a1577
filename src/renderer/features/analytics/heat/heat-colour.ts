/** The colours of the heat map: the green of answered calls over the card, strong enough to tell and weak enough to be written on. */
import { c } from '../../../app/theme/tokens.ts';

/** How much of the green a step takes, per cent; text on the last has 5:1 in both schemes. */
const GREEN = [0, 10, 22, 36, 50] as const;

/** Of a cell by its step, 0 for too few calls to tell; without calls it is no more than its place. */
export function heatColour(calls: number, step: number): { backgroundColor: string; borderColor?: string } {
  if (calls === 0) return { backgroundColor: c.background.sunken };
  if (step === 0) return { backgroundColor: c.background.paper, borderColor: c.line.hair };
  return { backgroundColor: `color-mix(in srgb, ${c.chart.completed} ${GREEN[step]}%, ${c.background.paper})` };
}
