import { describe, expect, it } from 'vitest';
import type { Campaign, Outlook } from '../../../../shared/contract/campaigns.ts';
import { doneByFigure, progressWords, successFigure } from './stats.ts';

const NOW = Date.UTC(2026, 10, 18, 14, 32);
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
