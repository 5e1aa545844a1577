import { describe, expect, it } from 'vitest';
import type { CampaignState } from '../../../shared/domain/states.ts';
import { menuItems } from './menu-items.ts';

const mine = { ownId: 'user_1', onPage: false };
const campaign = (status: CampaignState, userId = 'user_1', completedCalls = 5) => ({
  status,
  userId,
  completedCalls,
  skipped: 0,
  cancelled: 0,
});

describe('menuItems', () => {
  it('offers on a card what its state allows', () => {
    expect(menuItems(campaign('active'), mine)).toEqual(['edit', 'duplicate', 'cancel']);
    expect(menuItems(campaign('draft'), mine)).toEqual(['edit', 'duplicate', 'cancel', 'delete']);
    expect(menuItems(campaign('completed'), mine)).toEqual(['edit', 'duplicate', 'delete']);
    expect(menuItems(campaign('cancelled'), mine)).toEqual(['edit', 'duplicate', 'delete']);
  });

  it('offers people on the page, who cannot be added to a cancelled campaign nor called again before it began', () => {
    const page = { ...mine, onPage: true };
    expect(menuItems(campaign('active'), page)).toEqual(['addPeople', 'callAgain', 'duplicate', 'cancel']);
    expect(menuItems(campaign('active', 'user_1', 0), page)).toEqual(['addPeople', 'duplicate', 'cancel']);
    expect(menuItems(campaign('draft'), page)).toEqual(['addPeople', 'duplicate', 'cancel', 'delete']);
    expect(menuItems(campaign('cancelled'), page)).toEqual(['duplicate', 'delete']);
  });

  it('lets an admin stop another’s campaign, and nothing else', () => {
    for (const onPage of [true, false]) {
      expect(menuItems(campaign('paused', 'user_2'), { ownId: 'user_1', onPage })).toEqual(['cancel']);
      expect(menuItems(campaign('completed', 'user_2'), { ownId: 'user_1', onPage })).toEqual([]);
    }
  });
});
