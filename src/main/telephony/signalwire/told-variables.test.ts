import { describe, expect, it } from 'vitest';
import { customVariables, cutToBytes, sipHeaders } from './told-variables.ts';

describe('customVariables', () => {
  it('holds our reference first, and at most twenty pairs', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`v${i}`, `${i}`]));
    const told = customVariables('call_abc', { call_reference: 'other', empty: '', ...many });
    expect(Object.entries(told).slice(0, 2)).toEqual([
      ['call_reference', 'call_abc'],
      ['v0', '0'],
    ]);
    expect(Object.keys(told)).toHaveLength(20);
  });

  it('cuts a value at 1024 bytes, between two characters', () => {
    const { long } = customVariables('r', { long: `a${'ü'.repeat(600)}` });
    expect(long).toBe(`a${'ü'.repeat(511)}`);
    expect([cutToBytes('abc', 3), cutToBytes('a😀', 4)]).toEqual(['abc', 'a']);
  });
});

describe('sipHeaders', () => {
  it('holds our reference and each variable under a name that a header may have', () => {
    expect(sipHeaders('call_abc', { first_name: 'Jürgen', Grüße: 'hi', 日本: 'x', empty: '', First_Name: 'twice' })).toEqual([
      { name: 'X-Call-Reference', value: 'call_abc' },
      { name: 'X-first_name', value: 'Jürgen' },
      { name: 'X-Grue', value: 'hi' },
    ]);
  });

  it('lets no value begin a header of its own, stand in for our reference, or name a variable of the instructions', () => {
    const headers = sipHeaders('call_abc', { a: 'x\r\nX-Evil: 1', b: '${envs.token} %{call.from} $5', call_reference: 'other' });
    expect(headers).toEqual([
      { name: 'X-Call-Reference', value: 'call_abc' },
      { name: 'X-a', value: 'x X-Evil: 1' },
      { name: 'X-b', value: '{envs.token} {call.from} $5' },
    ]);
    expect(JSON.stringify(sipHeaders('r', { c: '$${x}$%{y}' }))).not.toMatch(/[$%]\{/);
  });

  it('leaves out what makes the invitation too long', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`v${i}`, 'x'.repeat(2000)]));
    const headers = sipHeaders('r', many);
    expect(headers[1]!.value).toHaveLength(1024);
    expect(headers.length).toBe(8);
  });
});
