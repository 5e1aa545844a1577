import { describe, expect, it } from 'vitest';
import { notedFacts } from './noted-facts.ts';

describe('notedFacts', () => {
  it('tells any JSON by its path, and nothing of what is empty', () => {
    const metadata = {
      initialPriority: 3,
      priorityBoost: { reason: 'high-value', value: 2 },
      vip: true,
      tags: ['a', { b: 1 }],
      none: null,
      blank: '',
    };
    expect(notedFacts(metadata).map(({ word, value }) => `${word}: ${value}`)).toEqual([
      'initialPriority: 3',
      'priorityBoost › reason: high-value',
      'priorityBoost › value: 2',
      'vip: yes',
      'tags: a, {"b":1}',
    ]);
  });
});
