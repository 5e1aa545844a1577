import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeName, fullName, splitName, tidyName } from './person-name.ts';

describe('splitName', () => {
  it.each([
    ['Ada King Lovelace', 'Ada King', 'Lovelace'],
    ['Ada', 'Ada', ''],
    ['  Patrick\u00a0 Ó Súilleabháin ', 'Patrick Ó', 'Súilleabháin'],
    ['', '', ''],
    ['山田 太郎', '山田', '太郎'],
  ])('parts "%s" at the last space', (name, firstName, lastName) => {
    expect(splitName(name)).toEqual({ firstName, lastName });
  });

  it('loses nothing but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const { firstName, lastName } = splitName(name);
        expect(fullName(firstName, lastName)).toBe(tidyName(name));
      }),
    );
  });
});

describe('fullName', () => {
  it('is what there is of both', () => {
    expect([fullName('Ada', 'Lovelace'), fullName('Ada', null), fullName('', 'Lovelace'), fullName(null, null)]).toEqual([
      'Ada Lovelace',
      'Ada',
      'Lovelace',
      '',
    ]);
  });
});

describe('completeName', () => {
  it('splits a name without parts, composes one out of parts, and lets both stand', () => {
    expect([
      completeName({ name: 'Ada King Lovelace' }),
      completeName({ firstName: 'Ada', lastName: 'Lovelace' }),
      completeName({ name: 'Countess Lovelace', firstName: 'Ada', lastName: null }),
      completeName({ name: null }),
    ]).toEqual([
      { name: 'Ada King Lovelace', firstName: 'Ada King', lastName: 'Lovelace' },
      { name: 'Ada Lovelace', firstName: 'Ada', lastName: 'Lovelace' },
      { name: 'Countess Lovelace', firstName: 'Ada', lastName: '' },
      { name: '', firstName: '', lastName: '' },
    ]);
  });
});
