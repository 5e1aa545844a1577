import { describe, expect, it } from 'vitest';
import { idOfTyped, listedOf } from './listed.ts';

const listed = [
  { id: 'a1', name: 'Reminder' },
  { id: 'a2', name: 'Twin' },
  { id: 'a3', name: 'Twin' },
];

describe('a field that offers what an account holds', () => {
  it('takes a whole name for its id, and everything else as it was typed', () => {
    expect(idOfTyped('Reminder', listed)).toBe('a1');
    expect(idOfTyped('Remind', listed)).toBe('Remind');
    expect(idOfTyped('Reminder two', listed)).toBe('Reminder two');
  });

  it('does not choose between two of one name', () => expect(idOfTyped('Twin', listed)).toBe('Twin'));

  it('knows what was chosen by its id', () => {
    expect(listedOf(' a2 ', listed)).toEqual({ id: 'a2', name: 'Twin' });
    expect(listedOf('a9', listed)).toBeNull();
  });
});
