import { describe, expect, it } from 'vitest';
import { type AnalyticsView, addressOf, viewOf } from './analytics-view.ts';

const usual: AnalyticsView = { period: '30-days', behind: null };
const read = (address: string) => viewOf(address.replace(/^\/analytics\/?/, ''));

describe('the address of a view', () => {
  it.each<[AnalyticsView, string]>([
    [usual, '/analytics'],
    [{ ...usual, period: 'today' }, '/analytics/period=today'],
    [
      { period: 'own', own: { from: '2026-11-01', to: '2026-11-10' }, campaignId: 'campaign_1', practice: false, behind: null },
      '/analytics/period=own&from=2026-11-01&to=2026-11-10&campaign=campaign_1&practice=without',
    ],
    [{ ...usual, agentId: 'agent_1', userId: 'user_1', behind: {} }, '/analytics/agent=agent_1&user=user_1&calls=listed'],
    [
      { ...usual, practice: true, behind: { outcome: 'no-answer', span: { from: '2026-11-02', to: '2026-11-08' } } },
      '/analytics/practice=with&calls=listed&outcome=no-answer&since=2026-11-02&until=2026-11-08',
    ],
    [{ ...usual, behind: { weekday: 2, hour: 10, lastHour: 11 } }, '/analytics/calls=listed&weekday=2&hour=10&last-hour=11'],
  ])('is read as it was written', (view, address) => {
    expect(addressOf(view)).toBe(address);
    expect(read(address)).toEqual(view);
  });

  it('leaves out what makes no sense', () => {
    expect(viewOf(undefined)).toEqual(usual);
    expect(viewOf('period=always&campaign=a%2Fb&practice=perhaps&outcome=busy')).toEqual(usual);
    expect(viewOf('period=own&from=2026-11-10&to=2026-11-01')).toEqual(usual);
    expect(viewOf('period=own&from=2026-02-30&to=2026-11-01')).toEqual(usual);
    expect(viewOf('calls=listed&outcome=gone&weekday=8&hour=24&last-hour=3&since=2026-11-01')).toEqual({ ...usual, behind: {} });
    expect(viewOf('calls=listed&hour=9&last-hour=8')).toEqual({ ...usual, behind: { hour: 9 } });
  });
});
