import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCallbacks, compareCampaignTurns, compareItems, firstToClaim, type ItemInOrder } from './claim-order.ts';

const item = (id: number, given: Partial<ItemInOrder> = {}): ItemInOrder => ({
  id,
  priority: 0,
  name: 'Ada',
  score: 100,
  position: id,
  ...given,
});

describe('compareItems', () => {
  it('asks priority, then a name, then the score, then the position', () => {
    const inOrder = [
      item(9, { priority: 5, name: null, score: 0 }),
      item(8, { score: 120 }),
      item(3, { score: 100, position: 1 }),
      item(2, { score: 100, position: 2 }),
      item(4, { score: 100, position: 2 }),
      item(1, { name: ' ', score: 140, position: 0 }),
      item(5, { priority: -1, score: 140 }),
    ];
    expect(inOrder.toReversed().toSorted(compareItems)).toEqual(inOrder);
  });

  it('is one order, whatever the items', () => {
    const any = fc.record({
      id: fc.nat(50),
      priority: fc.integer({ min: -2, max: 2 }),
      name: fc.constantFrom(null, '', 'Ada'),
      score: fc.nat(3),
      position: fc.nat(3),
    });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(Math.sign(compareItems(a, b)) + Math.sign(compareItems(b, a))).toBe(0);
        if (compareItems(a, b) <= 0 && compareItems(b, c) <= 0) expect(compareItems(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('compareCallbacks', () => {
  it('asks the time, then the age of the item', () => {
    const inOrder = [
      { id: 7, callbackAt: 1 },
      { id: 2, callbackAt: 5 },
      { id: 3, callbackAt: 5 },
    ];
    expect(inOrder.toReversed().toSorted(compareCallbacks)).toEqual(inOrder);
  });
});

describe('compareCampaignTurns', () => {
  it('puts those first that never had a turn, then the oldest turn', () => {
    const inOrder = [
      { campaignId: 'campaign_b', lastTurn: null },
      { campaignId: 'campaign_c', lastTurn: null },
      { campaignId: 'campaign_z', lastTurn: 3 },
      { campaignId: 'campaign_a', lastTurn: 12 },
    ];
    expect(inOrder.toReversed().toSorted(compareCampaignTurns)).toEqual(inOrder);
  });
});

describe('firstToClaim', () => {
  const campaigns = [
    { campaignId: 'campaign_a', lastTurn: 4, items: [item(1), item(2, { priority: 3 })] },
    { campaignId: 'campaign_b', lastTurn: 2, items: [item(3, { score: 0, name: null })] },
    { campaignId: 'campaign_c', lastTurn: null, items: [] },
  ];

  it('is the earliest callback, before any campaign’s turn', () => {
    const callbacks = [
      { id: 20, callbackAt: 900 },
      { id: 21, callbackAt: 800 },
    ];
    expect(firstToClaim({ callbacks, campaigns })?.id).toBe(21);
  });

  it('is the first item of the campaign with the oldest turn that has work; high scores elsewhere wait', () => {
    expect(firstToClaim({ callbacks: [], campaigns })?.id).toBe(3);
    expect(firstToClaim({ callbacks: [], campaigns: campaigns.filter((c) => c.campaignId !== 'campaign_b') })?.id).toBe(2);
  });

  it('is nobody where nobody is callable', () => {
    expect(firstToClaim({ callbacks: [], campaigns: [{ campaignId: 'campaign_c', lastTurn: null, items: [] }] })).toBeNull();
  });
});
