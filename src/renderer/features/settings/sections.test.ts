import { describe, expect, it } from 'vitest';
import { SECTIONS, sectionAt, sectionsOf } from './sections.ts';

describe('sectionsOf', () => {
  it('shows everything to an admin, and to a supervisor what is hers', () => {
    expect(sectionsOf('admin')).toEqual(SECTIONS);
    expect(sectionsOf('supervisor')).toEqual(['account', 'concurrency', 'agents', 'compliance', 'notifications', 'data', 'api', 'about']);
  });
});

describe('sectionAt', () => {
  it('leads to the first section where the address names none that one may see', () => {
    expect([
      sectionAt('users', 'admin'),
      sectionAt('users', 'supervisor'),
      sectionAt('nonsense', 'admin'),
      sectionAt(undefined, 'admin'),
    ]).toEqual(['users', 'account', 'account', 'account']);
  });
});
