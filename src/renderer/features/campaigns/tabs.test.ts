import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { CAMPAIGN_STATES } from '../../../shared/domain/states.ts';
import { campaignsOf, type ListView, SORTS, TAB_STATES, TABS, tabOf } from './tabs.ts';

const VIEW: ListView = { tab: 'active', search: '', sort: 'newest' };

describe('TAB_STATES', () => {
  it('gives every state exactly one tab', () => {
    expect(TABS.flatMap((tab) => TAB_STATES[tab]).toSorted()).toEqual([...CAMPAIGN_STATES].toSorted());
    for (const state of CAMPAIGN_STATES) expect(TAB_STATES[tabOf(state)]).toContain(state);
  });
});

describe('campaignsOf', () => {
  it('holds the campaigns of the tab, the latest first', () => {
    const row = (id: string, status: Campaign['status'], at: number) => ({ id, name: id, status, createdAt: new Date(at) }) as Campaign;
    const all = [row('a', 'active', 1), row('b', 'draft', 5), row('c', 'paused', 3), row('d', 'active', 3), row('e', 'completed', 9)];
    expect(campaignsOf(all, VIEW).map(({ id }) => id)).toEqual(['d', 'c', 'a']);
  });

  const named = (id: string, name: string, startDate: string, at: number) =>
    ({ id, status: 'active', name, startDate, createdAt: new Date(at), updatedAt: new Date(-at) }) as Campaign;
  const all = [
    named('a', 'Renewals', '2026-11-20', 1),
    named('b', 'Fair leads', '2026-11-18', 2),
    named('c', 'renewals, second', '2026-11-19', 3),
  ];
  const idsOf = (part: Partial<typeof VIEW>) => campaignsOf(all, { ...VIEW, ...part }).map(({ id }) => id);

  it('finds any part of a name, however it is written', () => {
    expect(idsOf({ search: 'RENEW' })).toEqual(['c', 'a']);
    expect(idsOf({ search: ' leads ' })).toEqual(['b']);
    expect(idsOf({ search: 'nowhere' })).toEqual([]);
  });

  it('stands in the order that is asked for', () => {
    expect(SORTS.map((sort) => idsOf({ sort }).join(''))).toEqual(['cba', 'bac', 'bca', 'abc']);
  });
});
