import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { CAMPAIGN_STATES } from '../../../shared/domain/states.ts';
import { campaignsOf, TAB_STATES, TABS, tabOf } from './tabs.ts';

describe('TAB_STATES', () => {
  it('gives every state exactly one tab', () => {
    expect(TABS.flatMap((tab) => TAB_STATES[tab]).toSorted()).toEqual([...CAMPAIGN_STATES].toSorted());
    for (const state of CAMPAIGN_STATES) expect(TAB_STATES[tabOf(state)]).toContain(state);
  });
});

describe('campaignsOf', () => {
  it('holds the campaigns of the tab, the latest first', () => {
    const row = (id: string, status: Campaign['status'], at: number) => ({ id, status, createdAt: new Date(at) }) as Campaign;
    const all = [row('a', 'active', 1), row('b', 'draft', 5), row('c', 'paused', 3), row('d', 'active', 3), row('e', 'completed', 9)];
    expect(campaignsOf(all, 'active').map(({ id }) => id)).toEqual(['d', 'c', 'a']);
  });
});
