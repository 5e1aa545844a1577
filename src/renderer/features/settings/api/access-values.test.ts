import { describe, expect, it } from 'vitest';
import { accessChange, accessErrors } from './access-values.ts';

const values = { port: '47820', perSecond: '300', corsOrigins: '' };

describe('accessChange', () => {
  it('sends only what was changed, each origin by itself and without the slash that is copied along', () => {
    expect(accessChange({ corsOrigins: ' https://crm.example.com/ \n\nhttps://b.example.com, http://localhost:3000' })).toEqual({
      corsOrigins: ['https://crm.example.com', 'https://b.example.com', 'http://localhost:3000'],
    });
    expect(accessChange({ perSecond: '1,000' })).toEqual({ perSecond: 1_000 });
  });
});

describe('accessErrors', () => {
  it('names the line that is no origin', () => {
    expect(accessErrors(values)).toEqual({});
    expect(accessErrors({ ...values, corsOrigins: 'https://a.example.com\nhttps://b.example.com/path' })).toEqual({
      corsOrigins: expect.stringContaining('“https://b.example.com/path”: Write the origin'),
    });
    expect(Object.keys(accessErrors({ port: '0', perSecond: 'many', corsOrigins: '' }))).toEqual(['port', 'perSecond']);
  });
});
