import { describe, expect, it } from 'vitest';
import { followUpWords } from './follow-up.ts';

const call = { id: 'call_1', up: false, status: 'busy' as const, attempt: 1 };
const item = { status: 'failed' as const, callId: null, attemptCount: 1, waitingFor: null };
const waitingFor = { code: 'retry', sentence: 'Retry 2 of 3, not before 15:10', until: null };

describe('followUpWords', () => {
  it('tells what comes next', () => {
    expect(followUpWords(call, item)).toBe('Nothing follows.');
    expect(followUpWords(call, { ...item, status: 'queued', waitingFor })).toBe('Waits for another call: Retry 2 of 3, not before 15:10.');
    expect(followUpWords(call, { ...item, status: 'processing', callId: 'call_2', attemptCount: 2 })).toBe('Another call is up.');
    expect(followUpWords(call, { ...item, attemptCount: 2 })).toBe('A later call followed.');
  });

  it('says that the result is awaited, and nothing while the call is up', () => {
    expect(followUpWords({ ...call, status: 'disconnected' }, item)).toContain('awaited');
    expect(followUpWords({ ...call, up: true, status: 'ringing' }, { ...item, status: 'processing', callId: 'call_1' })).toBeNull();
  });
});
