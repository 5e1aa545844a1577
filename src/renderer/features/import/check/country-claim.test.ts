import { describe, expect, it } from 'vitest';
import type { RefusedRow } from '../../../../shared/contract/imports.ts';
import { NO_COUNTRY_CODE } from '../../../../shared/domain/phone-number.ts';
import { claimOf, likelyCountry } from './country-claim.ts';

const refusedRow = (value: string, reason = NO_COUNTRY_CODE): RefusedRow => ({ line: 2, column: 'phone', value, reason, kind: 'invalid' });
const GERMAN = ['0151 23456789', '030 1234567', '0171/2345678'].map((value) => refusedRow(value));
const phoneColumn = (...samples: string[]) => [{ index: 0, header: 'phone', field: 'phoneNumber' as const, samples }];

describe('claimOf', () => {
  it('reckons how many numbers a country makes valid', () => {
    const refused = [...GERMAN, refusedRow('12'), refusedRow('see notes', 'Not a number')];
    const checked = { refused, reasons: [{ reason: NO_COUNTRY_CODE, rows: 4 }] };
    expect(claimOf(checked, 'DE')).toEqual({ valid: 3, of: 4, isAll: true });
    expect(claimOf(checked, 'FR').valid).toBeLessThan(3);
  });

  it('says where it saw only some of them', () => {
    expect(claimOf({ refused: GERMAN, reasons: [{ reason: NO_COUNTRY_CODE, rows: 2_500 }] }, 'DE')).toEqual({
      valid: 3,
      of: 3,
      isAll: false,
    });
  });
});

describe('likelyCountry', () => {
  it('is the one that makes most of them valid, of those that the file and the person tell', () => {
    expect(likelyCountry({ refused: GERMAN, columns: phoneColumn('+44 20 7946 0958', '+49 151 23456780', '030 1') }, 'FR')).toBe('DE');
  });

  it('is none where two would do as well: in London and in Washington', () => {
    const refused = [refusedRow('202 555 0143')];
    expect(likelyCountry({ refused, columns: phoneColumn('+44 20 7946 0958', '+1 202 555 0118') }, null)).toBeNull();
  });

  it('is the person’s own where the file tells none', () => {
    expect(likelyCountry({ refused: [refusedRow('020 7946 0958')], columns: phoneColumn('020 7946 0958') }, 'GB')).toBe('GB');
  });

  it('is none where none helps', () => {
    expect(likelyCountry({ refused: [refusedRow('12')], columns: phoneColumn('+49 151 23456780') }, 'GB')).toBeNull();
  });
});
