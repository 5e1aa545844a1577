import { describe, expect, it } from 'vitest';
import { changeOf, contactErrors, EMPTY_CONTACT, toContact } from './contact-draft.ts';

const field = (name: string, value = 'x') => ({ name, value });

describe('contactErrors', () => {
  it('asks for a name of each field that says something, and for each once', () => {
    const customFields = [field('plan'), field('', ''), field(''), field(' plan ')];
    expect(Object.keys(contactErrors({ ...EMPTY_CONTACT, customFields }))).toEqual(['customFields.2', 'customFields.3']);
  });
});

describe('toContact', () => {
  it('sends nothing for what is empty, and no field without a name', () => {
    const draft = { ...EMPTY_CONTACT, phoneNumber: ' +49 30 1 ', email: ' ', customFields: [field(' plan ', 'gold'), field('', '')] };
    expect(toContact(draft)).toEqual({
      phoneNumber: '+49 30 1',
      name: '',
      email: null,
      company: null,
      timeZone: null,
      customFields: { plan: 'gold' },
    });
  });
});

describe('changeOf', () => {
  it('is what was changed, and no more', () => {
    const before = { ...EMPTY_CONTACT, phoneNumber: '+49 30 1', company: 'ABC', customFields: [field('plan')] };
    expect(changeOf(before, before)).toEqual({});
    expect(changeOf(before, { ...before, company: '', customFields: [field('plan', 'y')] })).toEqual({
      company: null,
      customFields: { plan: 'y' },
    });
  });
});
