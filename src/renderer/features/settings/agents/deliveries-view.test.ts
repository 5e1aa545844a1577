import { describe, expect, it } from 'vitest';
import { deliveriesState } from './deliveries-view.ts';

const HERE = 'https://hooks.example.com/webhooks/bolna/word';

describe('where deliveries go', () => {
  it.each([
    [null, HERE, false, 'nowhere'],
    ['https://crm.example.com/hook', HERE, false, 'elsewhere'],
    [HERE, HERE, true, 'ours'],
    [HERE, null, true, 'earlier'],
    ['https://old.example.com/webhooks/bolna/word', HERE, true, 'earlier'],
  ])('%s, here: %s, ours: %s → %s', (current, ours, isOurs, state) => expect(deliveriesState({ current, ours, isOurs })).toBe(state));
});
