import { describe, expect, it } from 'vitest';
import { accountWords, foundInAll } from './findings.ts';

const found = (...results: ('works' | 'fails' | 'unknown')[]) => foundInAll(results.map((result) => ({ result })));

describe('what a test found in all', () => {
  it('says first what has to be mended, then what is not known', () => {
    expect(found('works', 'fails', 'unknown')).toBe('1 of 3 things that were looked at does not work.');
    expect(found('fails', 'fails')).toBe('2 of 2 things that were looked at do not work.');
    expect(found('works', 'unknown')).toBe('What can be told without a call works.');
    expect(found('unknown')).toBe('Nothing could be told for sure.');
    expect(found('works', 'works')).toBe('Everything works.');
  });
});

describe('an account', () => {
  it('is told with its limit where it has said one', () => {
    expect(accountWords({ name: 'ada@example.com', limit: 10 })).toBe('ada@example.com, 10 calls at once');
    expect(accountWords({ name: 'ada@example.com', limit: 1 })).toBe('ada@example.com, 1 call at once');
    expect(accountWords({ name: 'a-project', limit: null })).toBe('a-project');
  });
});
