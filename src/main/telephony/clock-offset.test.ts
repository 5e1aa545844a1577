import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../tests/helpers/virtual-clock.ts';
import { ClockOffset } from './clock-offset.ts';

const HOUR = 3_600_000;
const compared = () => {
  const clock = new VirtualClock();
  const offset = new ClockOffset(clock);
  return { clock, offset, answer: () => offset.note(new Date(clock.world.now()).toUTCString()) };
};

describe('ClockOffset', () => {
  it('is unknown until a provider has answered', () => {
    const { offset } = compared();
    offset.note(null);
    offset.note('not a date');
    expect(offset.value()).toBeNull();
  });

  it('tells how far a clock is ahead that was set wrong', () => {
    const { clock, offset, answer } = compared();
    clock.jump(HOUR);
    answer();
    expect(Math.abs(offset.value()! - HOUR)).toBeLessThanOrEqual(1000);
  });

  it('holds while time goes by', async () => {
    const { clock, offset, answer } = compared();
    answer();
    await clock.advance(HOUR);
    expect(Math.abs(offset.value()!)).toBeLessThanOrEqual(1000);
  });

  it.each([
    ['slept', async (clock: VirtualClock) => clock.sleep(HOUR)],
    ['been set', async (clock: VirtualClock) => clock.jump(-HOUR)],
  ])('is unknown again when the clock has %s, until the next answer', async (_, disturb) => {
    const { clock, offset, answer } = compared();
    answer();
    await disturb(clock);
    expect(offset.value()).toBeNull();
    answer();
    expect(offset.value()).not.toBeNull();
  });
});
