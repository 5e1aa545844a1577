/** How long to wait before a try: pure, chance handed in. */

/**
 * Doubles from `firstMs` up to `mostMs`, then takes between half and the whole of it, so that many that lost the same server do not
 * come back at one instant. @param tries how many have failed in a row, from 1. @param chance in [0, 1).
 */
export function backOffMs(tries: number, chance: number, { firstMs, mostMs }: { firstMs: number; mostMs: number }): number {
  const whole = Math.min(mostMs, firstMs * 2 ** Math.max(0, tries - 1));
  return Math.round(whole * (0.5 + chance / 2));
}
