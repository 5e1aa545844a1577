import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import type { LiveEvent } from '../../../shared/contract/live.ts';
import { afterEvent, EMPTY, type LiveState } from './live-store.ts';

const campaign = (id: string, status: Campaign['status'], queued = 0) => ({ id, status, queued }) as Campaign;
const state = (...campaigns: Campaign[]): LiveState => ({
  ...EMPTY,
  campaigns: new Map(campaigns.map((row) => [row.id, row])),
  tabs: { active: 1, scheduled: 0, completed: 0, drafts: 0 },
  problems: [{ code: 'clock-off', sentence: 'The clock is off.', since: new Date(0) }],
  snapshots: 1,
});
const event = (kind: LiveEvent['kind'], parts: Partial<LiveEvent>): LiveEvent => ({
  kind,
  number: 7,
  at: new Date(0),
  campaigns: [],
  goneCampaigns: [],
  tabs: null,
  calls: [],
  items: [],
  imports: [],
  concurrency: null,
  notices: null,
  problems: null,
  topics: [],
  ...parts,
});
const rows = ({ campaigns }: LiveState) => [...campaigns.values()].map(({ id, status, queued }) => [id, status, queued]);

describe('afterEvent', () => {
  it('puts each changed campaign in the place of the one before and leaves the others', () => {
    const before = state(campaign('a', 'active', 5), campaign('b', 'active', 3));
    const after = afterEvent(before, event('changes', { campaigns: [campaign('a', 'active', 4), campaign('c', 'draft')] }));
    expect(rows(after)).toEqual([
      ['a', 'active', 4],
      ['b', 'active', 3],
      ['c', 'draft', 0],
    ]);
  });

  it('takes out what is gone', () => {
    const after = afterEvent(state(campaign('a', 'completed'), campaign('b', 'active')), event('changes', { goneCampaigns: ['a'] }));
    expect(rows(after)).toEqual([['b', 'active', 0]]);
  });

  it('keeps what an event does not speak of', () => {
    const before = state(campaign('a', 'active'));
    expect(afterEvent(before, event('changes', {}))).toEqual(before);
  });

  it('clears a problem that is over', () => {
    expect(afterEvent(state(), event('changes', { problems: [] })).problems).toEqual([]);
  });

  it('drops what runs no longer at a snapshot, keeps what a snapshot does not hold, and has lists read anew', () => {
    const before = state(
      campaign('was-active', 'active'),
      campaign('old', 'completed'),
      campaign('draft', 'draft'),
      campaign('held', 'paused'),
    );
    const after = afterEvent(before, event('snapshot', { campaigns: [campaign('held', 'active', 2)] }));
    expect(rows(after)).toEqual([
      ['old', 'completed', 0],
      ['draft', 'draft', 0],
      ['held', 'active', 2],
    ]);
    expect(after.snapshots).toBe(2);
  });
});
