import { describe, expect, it } from 'vitest';
import { lastCallWhen, outcomeMark } from './last-call.ts';

const now = Date.UTC(2026, 10, 18, 14, 0);
const at = (month: number, day: number, year = 2026) => Date.UTC(year, month - 1, day, 11, 4);

describe('lastCallWhen', () => {
  it.each([
    [at(11, 18), 'today 11:04'],
    [at(11, 17), 'Tue 11:04'],
    [at(11, 12), 'Thu 11:04'],
    [at(11, 11), '11 Nov'],
    [at(12, 30, 2025), '30 Dec 2025'],
  ])('tells %i as %s', (when, words) => expect(lastCallWhen(when, now, 'UTC')).toBe(words));

  it('goes by the viewer’s clock', () => {
    const late = Date.UTC(2026, 10, 17, 23, 30);
    expect([lastCallWhen(late, now, 'UTC'), lastCallWhen(late, now, 'Europe/Berlin')]).toEqual(['Tue 23:30', 'today 00:30']);
  });
});

describe('outcomeMark', () => {
  const word = (status: Parameters<typeof outcomeMark>[0]['status'], successful = false) => outcomeMark({ status, successful }).word;

  it('calls successful only what a person spoke in', () => {
    expect([word('completed', true), word('completed'), word('voicemail'), word('no-answer')]).toEqual([
      'Successful',
      'Nobody spoke',
      'Voicemail',
      'No answer',
    ]);
  });

  it('tells a call that is up from one whose result is awaited', () => {
    expect([word('ringing'), word('disconnected'), outcomeMark({ status: 'ringing', successful: false }).pulses]).toEqual([
      'Calling',
      'Result awaited',
      true,
    ]);
  });
});
