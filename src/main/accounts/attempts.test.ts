import { beforeEach, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../tests/helpers/virtual-clock.ts';
import type { Parts } from '../parts.ts';
import { silentLogger } from '../ports/host.ts';
import { countTry, forgetTries } from './attempts.ts';

const MINUTE = 60_000;
let clock: VirtualClock;
let parts: Parts;
let email: number;

beforeEach(() => {
  clock = new VirtualClock();
  parts = { clock, log: silentLogger, data: { database: {} } } as unknown as Parts;
  email = 0;
});

/** One try from an address at an e-mail that was never tried. @returns the seconds to wait, 0 where it was let through. */
function tryAt(remote: string | null): number {
  try {
    countTry(parts, { email: `${(email += 1)}@example.com`, remote });
    return 0;
  } catch (error) {
    return (error as { data: { retryAfterSeconds: number } }).data.retryAfterSeconds;
  }
}

const tries = (remote: string | null, count: number) => Array.from({ length: count }, () => tryAt(remote));
const through = (count: number) => Array.from({ length: count }, () => 0);

describe('an address', () => {
  it('waits after twenty wrong tries, longer each time and never longer than half a minute', async () => {
    expect(tries('192.0.2.1', 21)).toEqual([...through(20), 2]);
    const waits = [];
    for (let i = 0; i < 8; i += 1) {
      const seconds = tryAt('192.0.2.1');
      waits.push(seconds);
      await clock.advance(seconds * 1000);
      expect(tryAt('192.0.2.1')).toBe(0);
    }
    expect(waits).toEqual([2, 4, 8, 14, 24, 30, 30, 30]);
    expect(tryAt('192.0.2.2')).toBe(0);
  });

  it('gets back the try that was right, no more, and one each minute', async () => {
    tries('192.0.2.1', 19);
    const right = { email: 'ada@example.com', remote: '192.0.2.1' };
    countTry(parts, right);
    forgetTries(parts, right);
    expect(tries('192.0.2.1', 2)).toEqual([0, 2]);
    await clock.advance(5 * MINUTE);
    expect(tries('192.0.2.1', 6)).toEqual([...through(5), 2]);
  });

  it('is one machine whichever way it is written, and of IPv6 whichever of its addresses asks', () => {
    tries('192.0.2.1', 20);
    expect(tryAt('::ffff:192.0.2.1')).toBeGreaterThan(0);
    tries('2001:db8:0:1::5', 20);
    expect([tryAt('2001:db8:0:1:ffff:1:2:3'), tryAt('2001:db8:0:2::5'), tryAt('2001:db8::1')]).toEqual([2, 0, 0]);
  });

  it('is not asked for where nobody can be elsewhere', () => {
    expect(tries(null, 30)).toEqual(through(30));
  });
});
