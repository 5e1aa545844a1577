/** What a default country would do for the numbers that have no country code: reckoned, never promised. */
import type { Import, RefusedRow } from '../../../../shared/contract/imports.ts';
import { NO_COUNTRY_CODE, readPhoneNumber } from '../../../../shared/domain/phone-number.ts';

export interface Claim {
  /** Numbers that would be valid, */
  valid: number;
  /** of so many that were looked at. */
  of: number;
  /** Those are all that lack a country code. */
  isAll: boolean;
}

const lacking = (refused: readonly RefusedRow[]): RefusedRow[] =>
  refused.filter(({ kind, reason }) => kind === 'invalid' && reason === NO_COUNTRY_CODE);

const validWith = (rows: readonly RefusedRow[], country: string): number =>
  rows.filter(({ value }) => readPhoneNumber(value, country).ok).length;

/** How many rows were refused for a reason. */
export const rowsRefusedFor = ({ reasons }: Pick<Import, 'reasons'>, reason: string): number =>
  reasons.find((one) => one.reason === reason)?.rows ?? 0;

/** What a country would do, reckoned over the refused rows that are told. */
export function claimOf(checked: Pick<Import, 'refused' | 'reasons'>, country: string): Claim {
  const rows = lacking(checked.refused);
  return { valid: validWith(rows, country), of: rows.length, isAll: rows.length === rowsRefusedFor(checked, NO_COUNTRY_CODE) };
}

/**
 * The country that makes most of them valid, among those of the other numbers in the column and the person's own. Null where none
 * makes any valid, and where two do as well: a guess between them would call strangers.
 */
export function likelyCountry({ refused, columns }: Pick<Import, 'refused' | 'columns'>, own: string | null): string | null {
  const rows = lacking(refused);
  const samples = columns.find(({ field }) => field === 'phoneNumber')?.samples ?? [];
  const around = samples.flatMap((sample) => {
    const read = readPhoneNumber(sample);
    return read.ok && read.country !== null ? [read.country] : [];
  });
  const candidates = [...new Set([...around, ...(own === null ? [] : [own])])].map((country) => ({
    country,
    valid: validWith(rows, country),
  }));
  const [best, second] = candidates.toSorted((a, b) => b.valid - a.valid);
  return !best || best.valid === 0 || best.valid === second?.valid ? null : best.country;
}
