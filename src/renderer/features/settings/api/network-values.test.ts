import { describe, expect, it } from 'vitest';
import type { ApiAccess } from '../../../../shared/contract/access.ts';
import { daysLeft, networkChange, networkErrors } from './network-values.ts';

const access = { network: { port: 47_821 } } as ApiAccess;
const values = { 'network.port': '47821', 'network.certificate': '', 'network.key': '' };
const DAY = 86_400_000;

describe('networkChange', () => {
  it('leaves the kept certificate and key alone where none is given', () => {
    expect(networkChange(values, access)).toEqual({ network: {} });
    expect(networkChange({ 'network.port': '443', 'network.certificate': ' CERT ', 'network.key': 'KEY' }, access)).toEqual({
      network: { port: 443, certificate: 'CERT\n', key: 'KEY\n' },
    });
    expect(networkErrors({ ...values, 'network.port': '70000' })).toEqual({ 'network.port': expect.any(String) });
  });
});

describe('daysLeft', () => {
  it('is told within a month of the end, and is 0 only once it has come', () => {
    expect([60, 29.5, 0.5, -1].map((days) => daysLeft(new Date(days * DAY), 0))).toEqual([null, 29, 1, 0]);
  });
});
