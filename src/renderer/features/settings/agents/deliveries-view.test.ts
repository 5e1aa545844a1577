import { describe, expect, it } from 'vitest';
import { deliveriesState } from './deliveries-view.ts';

describe('where deliveries go', () => {
  it.each([
    [null, false, 'nowhere'],
    ['https://crm.example.com/hook', false, 'elsewhere'],
    ['https://old.example.com/webhooks/bolna/word', false, 'earlier'],
    ['https://hooks.example.com/webhooks/bolna/word', true, 'ours'],
  ])('%s, ours: %s → %s', (current, isOurs, state) => expect(deliveriesState({ current, isOurs })).toBe(state));
});
