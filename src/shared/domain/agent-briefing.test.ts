import { describe, expect, it } from 'vitest';
import { type BriefedContact, briefingOf, variableName } from './agent-briefing.ts';

const john: BriefedContact = {
  name: 'John Smith',
  firstName: 'John',
  lastName: 'Smith',
  email: 'john@example.com',
  company: 'ABC Corp',
  lastConversationAt: Date.parse('2025-09-20T23:30Z'),
  transcriptSummary: 'Wants a demo in October.',
  customFields: { plan: 'gold' },
};

const nobody: BriefedContact = {
  name: null,
  firstName: null,
  lastName: null,
  email: null,
  company: null,
  lastConversationAt: null,
  transcriptSummary: null,
  customFields: {},
};

const brief = (contact: Partial<BriefedContact>, timeZone = 'UTC') =>
  briefingOf({ contact: { ...nobody, ...contact }, nextAction: 'Schedule product demo', timeZone });

describe('briefingOf', () => {
  it('composes what the campaign document asks for, the name’s parts and the custom fields', () => {
    expect(brief(john)).toEqual({
      summary:
        'name: John Smith, email: john@example.com, company: ABC Corp, last_conversation: 2025-09-20, transcript_summary: Wants a demo in October.',
      next_action: 'Schedule product demo',
      name: 'John Smith',
      first_name: 'John',
      last_name: 'Smith',
      plan: 'gold',
    });
  });

  it('leaves out of the summary what is not known', () => {
    expect(brief({})).toEqual({ summary: '', next_action: 'Schedule product demo', name: '', first_name: '', last_name: '' });
    expect(brief({ company: 'ABC Corp', email: ' ' }).summary).toBe('company: ABC Corp');
  });

  it('dates the last conversation by the campaign’s clock', () => {
    expect(brief(john, 'Europe/Berlin').summary).toContain('last_conversation: 2025-09-21');
    expect(brief(john, 'Nowhere/Else').summary).toContain('last_conversation: 2025-09-20');
  });

  it('splits the name for the agent where the parts are not known', () => {
    expect(brief({ name: 'Ada King Lovelace' })).toMatchObject({ first_name: 'Ada King', last_name: 'Lovelace' });
  });

  it('keeps ours where a column has the same name, and the first of two columns', () => {
    const told = brief({
      name: 'Ada',
      customFields: { Name: 'Eve', 'next action': 'Sell', SUMMARY: 'x', 'Order No.': '7', order_no: '8', empty: '' },
    });
    expect(told).toEqual({
      summary: 'name: Ada',
      next_action: 'Schedule product demo',
      name: 'Ada',
      first_name: 'Ada',
      last_name: '',
      Order_No: '7',
      empty: '',
    });
  });

  it('tells numbers, lists and nothing as text', () => {
    expect(brief({ customFields: { age: 41, vip: true, tags: ['a', 'b'], gone: null } })).toMatchObject({
      age: '41',
      vip: 'true',
      tags: '["a","b"]',
      gone: '',
    });
  });

  it('is not led astray by names that mean something to the language', () => {
    const told = brief({ customFields: JSON.parse('{"__proto__":"x","constructor":"y"}') as Record<string, unknown> });
    expect(Object.entries(told).slice(-2)).toEqual([
      ['proto', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('variableName', () => {
  it('keeps letters and figures of any script', () => {
    expect(['Order No.', ' größe ', '1st', '💥', 'a--b', 'plan'].map(variableName)).toEqual([
      'Order_No',
      'größe',
      '_1st',
      '',
      'a_b',
      'plan',
    ]);
  });
});
