import fc from 'fast-check';
import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { formatPhoneNumber, isPhoneCountry, type ReadPhone, readPhoneNumber } from './phone-number.ts';

/** What was read in a word: the number, with what was noticed; or the reason. */
function told(read: ReadPhone): string {
  return read.ok ? [read.e164, read.warning, read.repaired].filter(Boolean).join(' ') : read.reason;
}

describe('readPhoneNumber', () => {
  it.each<[string, string | undefined, string]>([
    ['+49 30 1234567', undefined, '+49301234567'],
    ['+1 (415) 555-2671', undefined, '+14155552671'],
    ['(415) 555-2671', 'US', '+14155552671'],
    ['415.555.2671', 'us', '+14155552671'],
    ['0151/23456789', 'DE', '+4915123456789'],
    ['15123456789', 'DE', '+4915123456789'],
    ['+49 (0)30 1234567', 'US', '+49301234567'],
    ['+39 06 1234 5678', undefined, '+390612345678'],
    ['0049 30 1234567', undefined, '+49301234567'],
    ['(0049) 30 1234567', 'US', '+49301234567'],
    ['011 44 20 7946 0958', 'US', '+442079460958'],
    ['+800 1234 5678', undefined, '+80012345678'],
  ])('reads %s (default %s)', (raw, country, expected) => {
    expect(told(readPhoneNumber(raw, country))).toBe(expected);
  });

  it.each([
    ["'+49 30 1234567", 'an apostrophe'],
    ['="+49301234567"', 'a formula'],
    ['"+49301234567"', 'quotes'],
    ['=+49301234567', 'an equals sign'],
    ['+49301234567.0', 'a column of figures'],
    ['+49301234567,00', 'a column of figures, with a comma'],
    ['+49\u00a030\u202f1234567', 'no-break spaces'],
    ['\u202a+49 30 1234567\u202c', 'direction marks of a messenger'],
    ['\ufeff+49301234567', 'a byte-order mark'],
    ['＋４９３０１２３４５６７', 'full-width figures'],
    ['+49–30–12345‑67', 'dashes that are no hyphen'],
    ['tel:+49-30-1234567', 'a label'],
    ['Tel.: +49 30 1234567', 'a label in words'],
    ['+49 30 1234567 x123', 'an extension'],
    ['+49 30 1234567 ext. 5', 'an extension in words'],
    ['+49 30 1234567;ext=12', 'an extension of an address'],
    ['+49 30 1234567 (office)', 'a note'],
    ['+49 30 1234567 private', 'a note in words'],
    [' +49 30 1234567\t', 'blanks'],
    ['(+49) 30 1234567', 'a code in brackets'],
  ])('reads %s through %s', (raw) => {
    expect(told(readPhoneNumber(raw))).toBe('+49301234567');
  });

  // Complaint 14: spreadsheets eat the plus and write 9.19E+11.
  it.each<[string, string | undefined, string]>([
    ['4915123456789', 'DE', '+4915123456789 plus'],
    ['4915123456789', 'US', '+4915123456789 plus'],
    ['14155552671', 'DE', '+14155552671 plus'],
    ['919876543210', 'IN', '+919876543210'],
    ['9.19876543210E+11', 'IN', '+919876543210'],
    ['4915123456789.0', 'FR', '+4915123456789 plus'],
    ['612345678', 'IT', '+390612345678 zero'],
    ['919876543210', undefined, 'No country code'],
    ['9.19E+11', 'IN', 'A spreadsheet shortened this number'],
    ['4.91512E+12', 'DE', 'A spreadsheet shortened this number'],
    ['4,91512E+12', 'DE', 'A spreadsheet shortened this number'],
    ['9.19876543210E+12', 'IN', 'A spreadsheet shortened this number'],
    ['4915123456789 x12', 'DE', '+4915123456789 plus'],
    ['6591234567', 'IT', 'Could be +65 9123 4567 or +39 06 5912 34567'],
    ['4921123456', 'DE', 'Could be +49 211 23456 or +49 4921 123456'],
    ['97150123456', 'AE', 'Could be +971 50123456 or +971 97150123456'],
    ['911234567890', 'IN', '+911234567890'],
  ])('repairs %s (default %s) only where that is certain', (raw, country, expected) => {
    expect(told(readPhoneNumber(raw, country))).toBe(expected);
  });

  it.each<[string, string | undefined, string, string]>([
    ['', undefined, 'empty', 'No number'],
    [' \u200b ', 'DE', 'empty', 'No number'],
    ['see notes', 'US', 'not_a_number', 'Not a number'],
    ['1-800-FLOWERS', 'US', 'not_a_number', 'Not a number'],
    ['2026-11-20T10:00', 'US', 'not_a_number', 'Not a number'],
    ['202 555 0143', undefined, 'no_country_code', 'No country code'],
    ['2025550143', 'XX', 'no_country_code', 'No country code'],
    ['+999 123 4567', undefined, 'unknown_country_code', 'Unknown country code'],
    ['+030 1234567', 'DE', 'unknown_country_code', 'Unknown country code'],
    ['+1 202 555', undefined, 'too_short', 'Too short: 6 of 10 digits'],
    ['110', 'DE', 'too_short', 'Too short for +49'],
    ['+49', undefined, 'too_short', 'Too short'],
    ['+44 20 7946 09580', undefined, 'too_long', 'One digit too many for +44'],
    ['+1 202 555 01435 22', undefined, 'too_long', '3 digits too many for +1'],
    ['+49 1234 5678 9012 3456 78', undefined, 'too_long', 'Too long: 20 digits, at most 15'],
    ['+49 30 1234567 / 0171 2345678', undefined, 'several_numbers', 'More than one number'],
    ['030 1234567 or 0171 2345678', 'DE', 'several_numbers', 'More than one number'],
  ])('refuses %s (default %s) as %s', (raw, country, code, reason) => {
    expect(readPhoneNumber(raw, country)).toEqual({ ok: false, code, reason });
  });

  it('lets a possible number that nobody was given pass with a warning, and keeps ten digits American', () => {
    expect(readPhoneNumber('+1 555 123 4567')).toEqual({ ok: true, e164: '+15551234567', country: null, warning: 'unassigned' });
    expect(told(readPhoneNumber('555 123 4567', 'US'))).toBe('+15551234567 unassigned');
    expect(told(readPhoneNumber('4955551234', 'US'))).toBe('+14955551234 unassigned');
  });

  it('names the country, where there is one', () => {
    const country = (raw: string) => {
      const read = readPhoneNumber(raw);
      return read.ok ? read.country : read.code;
    };
    expect(['+49301234567', '+14165550123', '+77172123456', '+80012345678'].map(country)).toEqual(['DE', 'CA', 'KZ', null]);
  });

  it('does not choke on a cell of any size', () => {
    expect(told(readPhoneNumber('1'.repeat(100_000), 'DE'))).toBe('Not a number');
    expect(told(readPhoneNumber(` ${'('.repeat(240)}`, 'DE'))).toBe('Not a number');
  });

  it('reads the same number of every country, however it is written', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (example === undefined) continue;
      const spellings = [
        example.number,
        example.formatInternational(),
        `00${example.number.slice(1)}`,
        `'${example.number}`,
        `${example.formatInternational()} ext. 12`,
      ];
      expect([country, ...spellings.map((raw) => told(readPhoneNumber(raw, 'FR')))]).toEqual([
        country,
        ...spellings.map(() => example.number),
      ]);
      expect([country, told(readPhoneNumber(example.formatNational(), country))]).toEqual([country, example.number]);
    }
  });

  it('never makes another number out of one of the default country that lost its plus', () => {
    for (const country of getCountries()) {
      const example = getExampleNumber(country, examples);
      if (example === undefined) continue;
      const read = readPhoneNumber(example.number.slice(1), country);
      if (read.ok) expect([country, read.e164]).toEqual([country, example.number]);
      else expect([country, read.code]).toEqual([country, 'two_readings']);
    }
  });

  it('warns of exactly the numbers that the library knows to be unassigned', () => {
    const code = fc.constantFrom('1', '1', '44', '7', '39', '47', '49', '61', '91', '212', '262', '290', '358', '590', '599');
    fc.assert(
      fc.property(code, fc.stringMatching(/^[1-9][0-9]{6,10}$/), (callingCode, national) => {
        const raw = `+${callingCode}${national}`;
        const phone = parsePhoneNumberFromString(raw);
        const read = readPhoneNumber(raw);
        expect(read.ok).toBe(phone?.isPossible() ?? false);
        if (read.ok) expect([raw, read.warning === undefined]).toEqual([raw, phone?.isValid()]);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('formatPhoneNumber', () => {
  it('is international with spaces, and leaves alone what is no number', () => {
    expect(['+4915123456789', '+12025550107', 'anonymous', ''].map(formatPhoneNumber)).toEqual([
      '+49 1512 3456789',
      '+1 202 555 0107',
      'anonymous',
      '',
    ]);
  });
});

describe('isPhoneCountry', () => {
  it('knows countries, in capitals', () => {
    const known: CountryCode = 'DE';
    expect([known, 'XX', 'de', ''].map(isPhoneCountry)).toEqual([true, false, false, false]);
  });
});
