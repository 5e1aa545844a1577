import { describe, expect, it } from 'vitest';
import { type Timed, timed } from './toast-time.ts';

const plain: Timed = { stays: false };
const undoable: Timed = { stays: false, action: { word: 'Undo' } };
const fault: Timed = { stays: true };

/** How much longer the first is shown when another one comes behind it, `after` milliseconds after it came itself. */
function leavesIn(first: Timed, after: number) {
  const [shown] = timed([first], 1_000);
  return timed([shown!, plain], 1_000 + after)[0]?.leavesIn;
}

describe('timed', () => {
  it('shows a plain sentence for six seconds, and for two where another one waits', () => {
    expect(timed([plain], 1_000)).toEqual([{ stays: false, shownAt: 1_000, leavesIn: 6_000 }]);
    expect(timed([plain, plain], 1_000)[0]?.leavesIn).toBe(2_000);
    expect([0, 500, 4_000].map((after) => leavesIn(plain, after))).toEqual([2_000, 1_500, 0]);
  });

  it('counts for the next only from when it is shown', () => {
    const [, next] = timed([plain, plain], 1_000);
    expect(timed([next!], 3_000)).toEqual([{ stays: false, shownAt: 3_000, leavesIn: 6_000 }]);
  });

  it('lets nothing push away what can be undone, nor a fault', () => {
    expect(leavesIn(undoable, 4_000)).toBe(2_000);
    expect(leavesIn(fault, 60_000)).toBeNull();
  });
});
