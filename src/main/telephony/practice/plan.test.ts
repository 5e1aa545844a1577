import { describe, expect, it } from 'vitest';
import { PRACTICE_ENDINGS } from '../../../shared/domain/practice-numbers.ts';
import { DEFAULT_PRACTICE, PRACTICE_OUTCOMES } from '../../../shared/domain/practice-settings.ts';
import { type CallPlan, planCall } from './plan.ts';

const plan = (phone: string, nth = 1, given: Partial<Parameters<typeof planCall>[0]> = {}) =>
  planCall({ settings: DEFAULT_PRACTICE, phone, nth, ringSeconds: 45, longestSeconds: 3600, ...given });
const numbers = Array.from({ length: 4000 }, (_, i) => `+4930${1_000_000 + i * 100 + 10 + (i % 90)}`);

/** Seconds from one status to the next, in the line's own time. */
function gap(of: CallPlan, from: string, to: string): number {
  const at = (status: string) => of.steps.find((step) => step.status === status)!.afterMs;
  return ((at(to) - at(from)) * of.speed) / 1000;
}
const statuses = (of: CallPlan | null) => of?.steps.map((step) => step.status) ?? null;

describe('planCall', () => {
  it('comes out the same for the same seed, number and call, and differs with each of them', () => {
    const seeded = (seed: number) => ({ settings: { ...DEFAULT_PRACTICE, seed } });
    const number = numbers[5]!;
    expect(plan(number)).toEqual(plan(number));
    const several = (one: (i: number) => CallPlan | null) => new Set(Array.from({ length: 20 }, (_, i) => JSON.stringify(one(i)))).size;
    expect([several((i) => plan(number, i + 1)), several((i) => plan(numbers[i]!)), several((i) => plan(number, 1, seeded(i)))]).toEqual([
      20, 20, 20,
    ]);
  });

  it('mixes the outcomes of ordinary numbers by their weights', () => {
    const counts = Object.fromEntries(PRACTICE_OUTCOMES.map((outcome) => [outcome, 0]));
    for (const number of numbers) {
      const of = plan(number);
      const last = of?.steps.at(-1)?.status;
      const outcome = of === null ? 'rejected' : of.answeredBy === 'machine' ? 'voicemail' : last!;
      counts[outcome] = counts[outcome]! + 1;
    }
    for (const outcome of PRACTICE_OUTCOMES) {
      const expected = (DEFAULT_PRACTICE.outcomes[outcome] / 100) * numbers.length;
      expect({ outcome, off: Math.abs(counts[outcome]! - expected) }).toSatisfy(({ off }) => off < 4 * Math.sqrt(expected) + 1);
    }
  });

  it('takes realistic times: rings 4 to 25 s, talks 15 to 180 s, has its result 2 to 6 s after', () => {
    for (const number of numbers) {
      const of = plan(number);
      if (of?.answeredBy !== 'human') continue;
      expect(gap(of, 'ringing', 'in-progress')).toSatisfy((s: number) => s >= 3.99 && s <= 25.01);
      expect(gap(of, 'in-progress', 'call-disconnected')).toSatisfy((s: number) => s >= 14.99 && s <= 180.01);
      expect(gap(of, 'call-disconnected', 'completed')).toSatisfy((s: number) => s >= 1.99 && s <= 6.01);
      expect(of.talkSeconds).toBeCloseTo(gap(of, 'in-progress', 'call-disconnected'), 1);
    }
  });

  it('lives faster by its speed, with the same talk', () => {
    const fast = plan(numbers[0]!.replace(/..$/, '00'), 1, { settings: { ...DEFAULT_PRACTICE, speed: 60 } })!;
    const slow = plan(numbers[0]!.replace(/..$/, '00'))!;
    expect(fast.talkSeconds).toBe(slow.talkSeconds);
    expect(slow.steps.at(-1)!.afterMs / fast.steps.at(-1)!.afterMs).toBeCloseTo(60, 0);
  });

  it('rings no longer than it is asked to, and talks no longer', () => {
    for (const number of numbers.slice(0, 500)) {
      const of = plan(number, 1, { ringSeconds: 10, longestSeconds: 20 });
      const ended = of?.steps.find((step) => ['in-progress', 'no-answer'].includes(step.status));
      if (of && ended && statuses(of)!.includes('ringing')) expect(gap(of, 'ringing', ended.status)).toBeLessThanOrEqual(10.01);
      expect(of?.talkSeconds ?? 0).toBeLessThanOrEqual(20);
    }
    expect(plan('+493012345600', 1, { longestSeconds: 5 })).toMatchObject({
      talkSeconds: 5,
      hungUpBy: 'agent',
      reason: 'longest duration reached',
    });
  });

  it('does with the numbers of fixed endings what the table says, whatever the seed and the weights', () => {
    const answered = ['queued', 'initiated', 'ringing', 'in-progress', 'call-disconnected', 'completed'];
    const rungOut = ['queued', 'initiated', 'ringing', 'no-answer'];
    for (const seed of [1, 2, 3]) {
      const settings = {
        ...DEFAULT_PRACTICE,
        seed,
        outcomes: { completed: 0, 'no-answer': 0, busy: 0, voicemail: 0, failed: 0, rejected: 1 },
      };
      const of = Object.fromEntries(PRACTICE_ENDINGS.map((ending) => [ending, plan(`+4930123456${ending}`, 1, { settings })]));
      expect(PRACTICE_ENDINGS.map((ending) => [ending, statuses(of[ending]!)])).toEqual([
        ['00', answered],
        ['01', rungOut],
        ['02', ['queued', 'initiated', 'busy']],
        ['03', answered],
        ['04', ['queued', 'initiated', 'failed']],
        ['05', null],
        ['06', answered],
        ['07', answered],
        ['08', rungOut],
        ['09', answered],
      ]);
      expect(of['00']).toMatchObject({ answeredBy: 'human', webhooks: true, answered: true });
      expect(of['03']).toMatchObject({ answeredBy: 'machine' });
      expect(of['06']).toMatchObject({ talkSeconds: 0, answeredBy: 'human' });
      expect(gap(of['07']!, 'call-disconnected', 'completed')).toBe(900);
      expect(of['08']).toMatchObject({ webhooks: false, answered: true });
      expect(of['09']).toMatchObject({ webhooks: true, answered: false });
    }
  });
});
