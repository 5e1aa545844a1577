import { describe, expect, it } from 'vitest';
import { limitNote } from './limit-note.ts';

describe('limitNote', () => {
  it('says what 0 and a lowered limit mean, and nothing of an ordinary one', () => {
    expect(limitNote({ limit: 2, up: 1 })).toBeNull();
    expect(limitNote({ limit: 0, up: 0 })).toBe('No new calls');
    expect(limitNote({ limit: 0, up: 1 })).toBe('No new calls; 1 call is up and goes on');
    expect(limitNote({ limit: 1, up: 3 })).toBe('3 calls are up and go on; no new call until there is room');
    expect(limitNote({ limit: 20, up: 0, systemLimit: 10 })).toBe('More than the whole system may have');
  });
});
