import { describe, expect, it } from 'vitest';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import type { Campaign, Outlook } from '../../../../shared/contract/campaigns.ts';
import { attemptsFigure, costFigure, doneByFigure, progressWords, successFigure, talkFigure } from './stats.ts';

const NOW = Date.UTC(2026, 10, 18, 14, 32);
const figures = (part: Partial<Analytics>): Analytics =>
  ({
    costs: [],
    averageDuration: 0,
    outcomes: { completed: 0, voicemail: 0, busy: 0, 'no-answer': 0, failed: 0, cancelled: 0, unknown: 0 },
    ...part,
  }) as Analytics;
const spoke = (completed: number) => ({ outcomes: { ...figures({}).outcomes, completed } });
const campaign = (part: Partial<Campaign>): Campaign =>
  ({
    status: 'active',
    pacing: 'spread',
    timeZone: 'UTC',
    queued: 92,
    callsUp: 0,
    completedAt: null,
    totalContacts: 240,
    ...part,
  }) as Campaign;

describe('successFigure', () => {
  it('is of the people who were called', () => {
    expect(successFigure({ successfulCalls: 94, completedCalls: 145 })).toEqual({ value: '65 %', note: '94 of 145 called' });
    expect(successFigure({ successfulCalls: 0, completedCalls: 0 })).toEqual({ value: '—', note: 'nobody is done yet' });
    expect(successFigure({ successfulCalls: 0, completedCalls: 3 }).value).toBe('0 %');
  });
});

describe('talkFigure', () => {
  it('tells the longest call, and how many there were where its length is not known', () => {
    expect(talkFigure(figures({ ...spoke(94), averageDuration: 134.4, longestSeconds: 588 }))).toEqual({
      value: '2:14',
      note: 'longest 9:48',
    });
    expect(talkFigure(figures({ ...spoke(94), averageDuration: 134.4, longestSeconds: null }))).toEqual({
      value: '2:14',
      note: 'in 94 calls',
    });
    expect(talkFigure(figures({})).value).toBe('—');
  });
});

describe('attemptsFigure', () => {
  it('has a tenth, and nothing where nobody answered', () => {
    expect(attemptsFigure(figures({ attemptsToAnswer: { average: 1.26, median: 1 } }))).toEqual({ value: '1.3', note: 'median 1' });
    expect(attemptsFigure(figures({ attemptsToAnswer: { average: 1.5, median: 1.5 } })).note).toBe('median 1.5');
    expect(attemptsFigure(figures({ attemptsToAnswer: { average: null, median: null } })).value).toBe('—');
  });
});

describe('costFigure', () => {
  it('tells what each success cost', () => {
    expect(costFigure(figures({ ...spoke(94), costs: [{ amount: 31.08, unit: 'USD' }] }))).toEqual({
      value: '$31.08',
      note: '$0.33 a success',
    });
    expect(costFigure(figures({ costs: [{ amount: 12, unit: 'practice credits' }] }))).toEqual({ value: '12', note: 'practice credits' });
  });

  it('sets amounts in several units side by side, for they cannot be added', () => {
    const costs = [
      { amount: 31.08, unit: 'USD' },
      { amount: 12, unit: 'practice credits' },
    ];
    expect(costFigure(figures({ ...spoke(94), costs }))).toEqual({ value: '$31.08', note: 'and 12 practice credits' });
  });

  it('is nothing where nothing was charged', () => {
    expect(costFigure(figures({ costs: [] }))).toEqual({ value: '—', note: 'nothing was charged yet' });
  });
});

describe('doneByFigure', () => {
  const plan: Outlook = { everyMs: 120_000, doneBy: new Date(NOW + 3 * 3_600_000), planned: [] };

  it('tells the time, the day where it is another, and the pace', () => {
    expect(doneByFigure(campaign({}), plan, NOW)).toEqual({ value: '17:32', note: 'one call every 2 min' });
    const later = { ...plan, everyMs: null, doneBy: new Date(NOW + 30 * 3_600_000) };
    expect(doneByFigure(campaign({ pacing: 'asap' }), later, NOW)).toEqual({ value: '20:32', note: 'tomorrow, as fast as allowed' });
  });

  it('says why nobody can tell', () => {
    const note = (part: Partial<Campaign>, given: Outlook | null = plan) => doneByFigure(campaign(part), given, NOW).note;
    expect([note({ status: 'paused' }), note({ status: 'draft' }), note({ queued: 0 }), note({ queued: 0, callsUp: 1 })]).toEqual([
      'after it is resumed',
      'after it is started',
      'nobody is waiting',
      'the last calls are up',
    ]);
    expect(note({}, { ...plan, doneBy: null })).toBe('not all before the end');
    expect(note({}, { doneBy: null, everyMs: null, planned: null })).toBe('');
  });

  it('tells when a campaign that is over made its last call', () => {
    expect(doneByFigure(campaign({ status: 'completed', completedAt: new Date(NOW - 60_000) }), null, NOW)).toEqual({
      value: '14:31',
      note: '',
    });
  });
});

describe('progressWords', () => {
  it('leaves out what is not', () => {
    expect(progressWords(campaign({ callsUp: 3 }), 145)).toBe('145 of 240 done, 3 up, 92 queued');
    expect(progressWords(campaign({ queued: 0 }), 240)).toBe('240 of 240 done');
    expect(progressWords(campaign({ totalContacts: 0 }), 0)).toBe('nobody in it');
  });
});
