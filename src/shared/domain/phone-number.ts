/**
 * Phone numbers: from what a person or a file wrote to E.164, or the reason why not.
 *
 * Decides whether a number can be called and which one it is. Must never guess between two readings, because a guess
 * calls a stranger. Impossible numbers are refused, possible but unassigned ones pass with a warning (a setting of the
 * import may refuse them). Called once a row by the import, and by every verb that takes a number.
 */

import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  Metadata,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import { cleanPhoneText, countDigits, holdsSeveral, isPhoneLike, LONGEST_CELL } from './phone-text.ts';

export type PhoneRefusalCode =
  | 'empty'
  | 'not_a_number'
  | 'several_numbers'
  | 'shortened_by_spreadsheet'
  | 'no_country_code'
  | 'unknown_country_code'
  | 'too_short'
  | 'too_long'
  | 'wrong_length'
  | 'two_readings';

/** Reasons that something can be done about besides correcting the one number. */
export const NO_COUNTRY_CODE = 'No country code';
export const SHORTENED = 'A spreadsheet shortened this number';

export type ReadPhone =
  | {
      ok: true;
      /** `+493012345678` */
      e164: string;
      /** ISO 3166 code; null for numbers that belong to no country (+800), and where several share the code. */
      country: string | null;
      /** A number of this length exists there, but nobody was given this one. */
      warning?: 'unassigned';
      /** The plus, or a zero that is part of the number, was lost on the way and put back. */
      repaired?: 'plus' | 'zero';
    }
  | { ok: false; code: PhoneRefusalCode; reason: string };

/**
 * Reads one number as it was written or as a spreadsheet left it. `defaultCountry` (ISO 3166, `DE`) is for numbers
 * without a country code. A lost plus is put back where the digits are no number of that country but one of another, or
 * the country's own code followed by a mobile number; a lost zero where it is part of the number (Italy). Where two
 * readings are as good, and without a default country, nothing is certain and the number is refused.
 */
export function readPhoneNumber(raw: string, defaultCountry?: string): ReadPhone {
  if (raw.length > LONGEST_CELL) return refused('not_a_number', 'Not a number');
  const cleaned = cleanPhoneText(raw);
  if (cleaned.shortened) return refused('shortened_by_spreadsheet', SHORTENED);
  const { text } = cleaned;
  const country = knownCountry(defaultCountry);
  const phone = parse(text, country);
  if (phone === undefined) return unreadable(text, country);
  if (text.startsWith('+') || country === undefined) return judgeInternational(phone);
  return readNational(text, phone, country);
}

/** A stored number as people read it, international with spaces; unchanged where it is none. */
export function formatPhoneNumber(e164: string): string {
  return parse(e164, undefined)?.formatInternational() ?? e164;
}

/** Whether a default country can be used: an ISO 3166 code of a country with a numbering plan. */
export function isPhoneCountry(country: string): boolean {
  return isSupportedCountry(country);
}

/** `+49` of DE; empty where the country has no numbering plan. */
export function callingCode(country: string): string {
  return isSupportedCountry(country) ? `+${getCountryCallingCode(country)}` : '';
}

function readNational(text: string, phone: PhoneNumber, country: CountryCode): ReadPhone {
  const written = text.replace(/\D/g, '');
  const digits = phone.ext === undefined ? written : written.slice(0, -phone.ext.length);
  const hasOwnCode = digits.startsWith(getCountryCallingCode(country));
  // Only where the library kept the country's own code as part of the number are there two readings of an assigned one.
  if (phone.isValid()) return hasOwnCode && phone.nationalNumber === digits ? partOwnCode(digits, phone) : accepted(phone);
  const national = judge(phone);
  // In North America every national number has ten digits: ten of them never began with a country code.
  if (digits.startsWith('0') || (phone.countryCallingCode === '1' && digits.length === 10)) return national;
  return repairedNumber(digits, country) ?? (hasOwnCode ? unassignedWithOwnCode(digits, national) : national);
}

/** The number with what a spreadsheet ate, a plus or a leading zero, put back, where exactly one of them gives an assigned number. */
function repairedNumber(digits: string, country: CountryCode): ReadPhone | null {
  const withPlus = assigned(parse(`+${digits}`, undefined));
  const withZero = assigned(parse(`0${digits}`, country));
  // Where the zero is only dialed first, as in most countries, putting it back changes nothing; in Italy it is part of the number.
  const zeroCounts = withZero?.nationalNumber.startsWith('0') === true ? withZero : null;
  if (withPlus !== null && zeroCounts !== null) return twoReadings(withPlus, zeroCounts);
  if (withPlus !== null) return { ...accepted(withPlus), repaired: 'plus' };
  return zeroCounts === null ? null : { ...accepted(zeroCounts), repaired: 'zero' };
}

/** 4915112345678 in Germany: area 04915 without its zero, or +49 151 without its plus? Mobile numbers have an exact length. */
function partOwnCode(digits: string, phone: PhoneNumber): ReadPhone {
  const withPlus = assigned(parse(`+${digits}`, undefined));
  if (withPlus === null) return accepted(phone);
  const isMobile = withPlus.getType() === 'MOBILE' && phone.getType() !== 'MOBILE';
  return isMobile ? { ...accepted(withPlus), repaired: 'plus' } : twoReadings(withPlus, phone);
}

/** Digits that begin with the country's own code, assigned by neither reading and possible by both, are no certain number. */
function unassignedWithOwnCode(digits: string, national: ReadPhone): ReadPhone {
  const withPlus = parse(`+${digits}`, undefined);
  if (!national.ok || withPlus?.isPossible() !== true || national.e164 === withPlus.number) return national;
  return refused('two_readings', `Could be ${withPlus.formatInternational()} or ${formatPhoneNumber(national.e164)}`);
}

function twoReadings(one: PhoneNumber, other: PhoneNumber): ReadPhone {
  return refused('two_readings', `Could be ${one.formatInternational()} or ${other.formatInternational()}`);
}

function assigned(phone: PhoneNumber | undefined): PhoneNumber | null {
  return phone?.isValid() === true ? phone : null;
}

function judge(phone: PhoneNumber): ReadPhone {
  if (phone.isValid()) return accepted(phone);
  if (phone.isPossible()) return { ...accepted(phone), warning: 'unassigned' };
  return impossible(phone);
}

/** A number with its country code: assigned for certain where the library could tell the country only by finding it so. */
function judgeInternational(phone: PhoneNumber): ReadPhone {
  return phone.country !== undefined && toldByAssignment().has(phone.country) ? accepted(phone) : judge(phone);
}

let countriesToldByAssignment: ReadonlySet<CountryCode> | undefined;

/**
 * Countries that share their code with others (+1, +44, +7) and have no leading digits of their own: the library names
 * them only after matching the number against the numbers that are assigned there. Asking again would cost as much as the
 * reading itself, for the commonest numbers of all.
 */
function toldByAssignment(): ReadonlySet<CountryCode> {
  if (countriesToldByAssignment !== undefined) return countriesToldByAssignment;
  const countries = getCountries();
  const codes = countries.map((country) => getCountryCallingCode(country));
  const isShared = (code: string) => codes.indexOf(code) !== codes.lastIndexOf(code);
  const plan = new Metadata();
  countriesToldByAssignment = new Set(
    countries.filter((country) => {
      plan.selectNumberingPlan(country);
      return isShared(getCountryCallingCode(country)) && !plan.numberingPlan?.leadingDigits();
    }),
  );
  return countriesToldByAssignment;
}

function accepted(phone: PhoneNumber) {
  return { ok: true as const, e164: phone.number, country: phone.country ?? null };
}

function impossible(phone: PhoneNumber): ReadPhone {
  const plan = new Metadata();
  // The plan of a country code is found as well as a country's, though the types name only the latter.
  plan.selectNumberingPlan((phone.country ?? phone.countryCallingCode) as CountryCode);
  const lengths = plan.numberingPlan?.possibleLengths() ?? [];
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)];
  const count = phone.nationalNumber.length;
  const code = `+${phone.countryCallingCode}`;
  if (count < least) return refused('too_short', least === most ? `Too short: ${count} of ${least} digits` : `Too short for ${code}`);
  if (count === most + 1) return refused('too_long', `One digit too many for ${code}`);
  if (count > most) return refused('too_long', `${count - most} digits too many for ${code}`);
  return refused('wrong_length', `No number of ${code} has ${count} digits`);
}

function unreadable(text: string, country: CountryCode | undefined): ReadPhone {
  if (text === '') return refused('empty', 'No number');
  if (holdsSeveral(text)) return refused('several_numbers', 'More than one number');
  const hasPlus = text.startsWith('+');
  // Without a country the library reads nothing; the extension aside, it must still look like a number.
  const bare = text.replace(/\s*(?:;?ext(?:ension)?|x|#)[=.: ]*\d{1,7}$/i, '');
  if (!isPhoneLike(bare)) return refused('not_a_number', 'Not a number');
  const digits = countDigits(bare);
  if (!hasPlus && country === undefined) return refused('no_country_code', NO_COUNTRY_CODE);
  if (digits < 4) return refused('too_short', 'Too short');
  if (digits > 15) return refused('too_long', `Too long: ${digits} digits, at most 15`);
  return hasPlus ? refused('unknown_country_code', 'Unknown country code') : refused('not_a_number', 'Not a number');
}

function refused(code: PhoneRefusalCode, reason: string): ReadPhone {
  return { ok: false, code, reason };
}

function parse(text: string, defaultCountry: CountryCode | undefined): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, defaultCountry === undefined ? { extract: false } : { defaultCountry, extract: false });
}

function knownCountry(country: string | undefined): CountryCode | undefined {
  if (country === undefined || country === '') return undefined;
  const upper = country.toUpperCase();
  return isSupportedCountry(upper) ? upper : undefined;
}
