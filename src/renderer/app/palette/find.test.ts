import { describe, expect, it } from 'vitest';
import { fixedFound, stepped } from './find.ts';

describe('fixedFound', () => {
  it('offers every place and command where nothing is typed', () => {
    expect(fixedFound('').map(({ id }) => id)).toEqual([
      'go-campaigns',
      'go-live',
      'go-queue',
      'go-contacts',
      'go-analytics',
      'go-settings',
      'do-new',
      'do-choose',
    ]);
  });

  it('finds by the beginnings of words, in any case and order', () => {
    expect(fixedFound('CAMP new').map(({ id }) => id)).toEqual(['do-new']);
    expect(fixedFound('sét').map(({ id }) => id)).toEqual(['go-settings']);
    expect(fixedFound('ettings')).toEqual([]);
  });
});

describe('stepped', () => {
  it('goes round at both ends', () => {
    expect([stepped(0, -1, 3), stepped(2, 1, 3), stepped(0, 1, 3), stepped(0, 1, 0)]).toEqual([2, 0, 1, -1]);
  });
});
