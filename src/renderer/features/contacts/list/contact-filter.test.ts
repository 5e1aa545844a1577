import { describe, expect, it } from 'vitest';
import { EVERYONE, isEveryone, queryOf, sortedBy } from './contact-filter.ts';

describe('queryOf', () => {
  it('asks for everyone as they came, the latest first', () => {
    expect(queryOf(EVERYONE)).toEqual({ sortBy: 'createdAt', sortDir: 'desc' });
  });

  it('leaves the blanks out that are typed around a search', () => {
    expect(queryOf({ search: ' ada ', listed: 'callable', sort: { by: 'name', dir: 'asc' } })).toEqual({
      search: 'ada',
      doNotCall: false,
      sortBy: 'name',
      sortDir: 'asc',
    });
    expect([isEveryone({ ...EVERYONE, search: '  ' }), isEveryone({ ...EVERYONE, listed: 'doNotCall' })]).toEqual([true, false]);
  });
});

describe('sortedBy', () => {
  it('goes from ascending to descending to as they came, and begins anew with another column', () => {
    const up = sortedBy(EVERYONE, 'name');
    const down = sortedBy({ ...EVERYONE, sort: up }, 'name');
    expect([up, down, sortedBy({ ...EVERYONE, sort: down }, 'name'), sortedBy({ ...EVERYONE, sort: down }, 'email')]).toEqual([
      { by: 'name', dir: 'asc' },
      { by: 'name', dir: 'desc' },
      null,
      { by: 'email', dir: 'asc' },
    ]);
  });
});
