import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '../../../shared/domain/calendar.ts';
import type { Period } from './analytics-view.ts';
import { behindOf, questionOf, spanFault } from './question.ts';

const own = { from: '2026-01-05', to: '2026-02-06' };
const ask = (period: Period, today = '2026-11-25') => questionOf({ period, own, behind: null }, today);

describe('questionOf', () => {
  it('leaves to the engine which day today is, and reckons months', () => {
    expect(ask('today')).toEqual({ days: 1 });
    expect(ask('7-days')).toEqual({ days: 7 });
    expect(ask('30-days')).toEqual({ days: 30 });
    expect(ask('this-month')).toEqual({ from: '2026-11-01', to: '2026-11-25' });
    expect(ask('last-month')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(ask('last-month', '2028-03-01')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(ask('last-month', '2027-01-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(ask('own')).toEqual(own);
  });

  it('carries who and whether practice counts', () => {
    const view = { period: 'today', campaignId: 'c', agentId: 'a', userId: 'u', practice: false, behind: null } as const;
    expect(questionOf(view, '2026-11-25')).toEqual({ days: 1, campaignId: 'c', agentId: 'a', userId: 'u', practice: false });
  });
});

describe('behindOf', () => {
  it('narrows the question, a day in place of its period, and counts practice as the figure did', () => {
    const day = { from: '2026-11-20', to: '2026-11-20' };
    expect(behindOf({ days: 30, agentId: 'a' }, { span: day, outcome: 'completed' }, { practice: true })).toEqual({
      ...day,
      agentId: 'a',
      outcome: 'completed',
      practice: true,
    });
    expect(behindOf({ days: 30 }, { weekday: 2, hour: 9, lastHour: 10 }, {})).toEqual({ days: 30, weekday: 2, hour: 9, lastHour: 10 });
  });
});

describe('spanFault', () => {
  const fault = (from: string, to: string) => spanFault({ from, to }, isCalendarDate);
  it('says what keeps dates from being asked for', () => {
    expect(fault('', '2026-01-01')).toBe('missing');
    expect(fault('2026-01-01', 'broken')).toBe('missing');
    expect(fault('2026-01-02', '2026-01-01')).toBe('backwards');
    expect(fault('2026-01-01', '2027-01-02')).toBe('too-long');
    expect(fault('2026-01-01', '2027-01-01')).toBeNull();
    expect(fault('2026-01-01', '2026-01-01')).toBeNull();
  });
});
