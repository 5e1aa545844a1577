import { describe, expect, it } from 'vitest';
import { isNamed, type ScoredContact, scoreOf } from './score.ts';

const score = (given: Partial<ScoredContact>) =>
  scoreOf({ name: null, email: null, company: null, successfulCalls: 0, notConnected: 0, ...given });

describe('scoreOf', () => {
  it.each<[number, Partial<ScoredContact>]>([
    [0, {}],
    [100, { name: 'Ada' }],
    [0, { name: '  ' }],
    [10, { email: 'a@b.example' }],
    [10, { company: 'ABC' }],
    [0, { email: '', company: '' }],
    [5, { successfulCalls: 1 }],
    [20, { successfulCalls: 4 }],
    [20, { successfulCalls: 50 }],
    [80, { name: 'Ada', notConnected: 2 }],
    [0, { name: 'Ada', notConnected: 11 }],
    [0, { notConnected: 1 }],
    [140, { name: 'Ada', email: 'a@b.example', company: 'ABC', successfulCalls: 9 }],
    [115, { name: 'Ada', email: 'a@b.example', company: 'ABC', successfulCalls: 1, notConnected: 1 }],
  ])('is %i for %o', (points, given) => {
    expect(score(given)).toBe(points);
  });
});

describe('isNamed', () => {
  it('takes blanks and nothing for no name', () => {
    expect([isNamed('Ada'), isNamed(' '), isNamed('\t'), isNamed(''), isNamed(null)]).toEqual([true, false, false, false, false]);
  });
});
