import { describe, expect, it } from 'vitest';
import { card, doneWords, weekdaysInWords } from './campaigns.ts';

describe('weekdaysInWords', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7], 'every day'],
    [[1, 2, 3, 4, 5], 'Mon–Fri'],
    [[5, 3, 1], 'Mon, Wed, Fri'],
    [[6, 7], 'Sat, Sun'],
    [[2], 'Tue'],
    [[], 'on no day'],
  ])('%j is %s', (weekdays, words) => expect(weekdaysInWords(weekdays)).toBe(words));
});

describe('card', () => {
  it('names the place of another zone alone', () => {
    expect(card.window('09:00', '18:00', 'Europe/London', 'Europe/London', [1])).toBe('09:00–18:00, Mon');
    expect(card.window('09:00', '18:00', 'America/New_York', 'Europe/London', [1])).toBe('09:00–18:00 New York, Mon');
  });

  it('divides by nobody without a fault', () => expect(card.done(0, 0)).toBe('nobody in it'));
});

describe('doneWords', () => {
  it('says what became of each call that was up', () => {
    expect(doneWords.paused('A', { up: 0, hungUp: 0, cannotHangUp: 0 })).toBe('“A” is paused.');
    expect(doneWords.paused('A', { up: 1, hungUp: 0, cannotHangUp: 0 })).toBe('“A” is paused. 1 call goes on to its end.');
    expect(doneWords.cancelled('A', { up: 3, hungUp: 2, cannotHangUp: 1 })).toBe(
      '“A” is cancelled. 2 calls were hung up. 1 call cannot be hung up and goes on to its end.',
    );
  });
});
