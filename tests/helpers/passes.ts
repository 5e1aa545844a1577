/** Passes of the dialer by hand, one after another, over a provider that is claimed for and never asked. */
import { Pass } from '../../src/main/dialer/pass.ts';
import type { TelephonyProvider } from '../../src/main/ports/provider.ts';
import type { World } from './builders.ts';

export const unaskedProvider = {
  name: 'practice',
  accountLimit: () => null,
  takeRateToken: () => true,
  nextRateTokenAt: (now: number) => now,
} as unknown as TelephonyProvider;

/** As many passes as there is work for; without `mayClaim` the duties alone. */
export function runPasses(world: World, { mayClaim = true } = {}): void {
  const work = new Pass(world);
  while (work.run(() => mayClaim).more);
}
