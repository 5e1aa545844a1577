import { describe, expect, it } from 'vitest';
import { extractedFacts } from './extracted-facts.ts';

describe('extractedFacts', () => {
  it('writes names and values as a person would', () => {
    const told = { interested: true, wants_details: false, preferredDay: 'Monday', seats: 3, mood: null, rest: { a: [1] }, _: '' };
    expect(extractedFacts(told).map(({ word, value }) => `${word}: ${value}`)).toEqual([
      'Interested: yes',
      'Wants details: no',
      'Preferred day: Monday',
      'Seats: 3',
      'Mood: —',
      'Rest: {"a":[1]}',
      '_: —',
    ]);
  });
});
