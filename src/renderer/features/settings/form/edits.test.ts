import { describe, expect, it } from 'vitest';
import { changesOf, shown } from './edits.ts';

const saved = { gap: '60', days: [1, 2], name: 'Ada' };

describe('a draft', () => {
  it('stands over what is saved, and lets through what was saved meanwhile', () => {
    expect(shown({ ...saved, name: 'Grace' }, { gap: '5' })).toEqual({ gap: '5', days: [1, 2], name: 'Grace' });
  });

  it('has changed only what differs', () => {
    expect(changesOf(saved, { gap: '60', days: [1, 2], name: 'Grace' })).toEqual({ name: 'Grace' });
    expect(changesOf(saved, undefined)).toEqual({});
  });
});
