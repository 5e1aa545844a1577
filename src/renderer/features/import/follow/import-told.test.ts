import { describe, expect, it } from 'vitest';
import type { Import } from '../../../../shared/contract/imports.ts';
import { checkOf, isToBeRead, isUnwritten, NOTHING_TOLD, withTold, writtenOf } from './import-told.ts';

const told = (state: Import['state'], rows = 0) => ({ id: 'import_1', state, rows }) as unknown as Import;

describe('withTold', () => {
  it('keeps the last check while the file is read again, and counts the checks', () => {
    const first = withTold(withTold(NOTHING_TOLD, told('reading')), told('checked', 3));
    expect(first).toMatchObject({ taken: { state: 'checked' }, checked: { rows: 3 }, checks: 1 });
    const again = withTold(first, told('reading'));
    expect(again).toMatchObject({ taken: { state: 'reading' }, checked: { rows: 3 }, checks: 1 });
    expect(withTold(again, told('checked', 4))).toMatchObject({ checked: { rows: 4 }, checks: 2 });
  });

  it('tells what to decide by until it was decided', () => {
    const checked = withTold(NOTHING_TOLD, told('checked', 3));
    const rowsOf = (...states: Import['state'][]) => states.map((state) => checkOf(withTold(checked, told(state, 3)))?.rows);
    expect(checkOf(withTold(NOTHING_TOLD, told('reading')))).toBeNull();
    expect(rowsOf('checked', 'reading', 'writing', 'failed', 'cancelled')).toEqual([3, 3, undefined, undefined, undefined]);
  });
});

describe('isToBeRead', () => {
  it.each([
    ['reading', 'reading', false],
    ['reading', 'checked', true],
    // The engine was closed meanwhile and speaks of it no more.
    ['checked', undefined, true],
    ['writing', 'finished', true],
    ['finished', undefined, false],
    ['finished', 'undoing', true],
    ['undone', 'finished', false],
    ['cancelled', undefined, false],
    ['failed', undefined, false],
  ] as const)('known %s, streamed %s: %s', (known, streamed, expected) => expect(isToBeRead(known, streamed)).toBe(expected));
});

describe('isUnwritten', () => {
  it('is what can still be given up', () => {
    expect((['reading', 'checked', 'writing', 'finished'] as const).map(isUnwritten)).toEqual([true, true, false, false]);
  });
});

describe('writtenOf', () => {
  const of = { rows: 6, duplicates: 1, invalid: 1 };

  it('goes to the last of them and no further, whoever is counted anew meanwhile', () => {
    expect([0, 3, 9].map((upTo) => writtenOf({ ...of, target: 'do-not-call' }, upTo))).toEqual([0, 3, 4]);
  });

  it('counts once who is written twice', () => {
    expect([1, 4, 8].map((upTo) => writtenOf({ ...of, target: 'people' }, upTo))).toEqual([0, 2, 4]);
  });
});
