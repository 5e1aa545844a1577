/**
 * What files and spreadsheets do to a phone number before anyone reads it, undone where that is certain.
 *
 * Decides which characters of a cell are the number's. Must never invent a digit: what a spreadsheet cut off is told, not
 * guessed. Called by `phone-number.ts` for every cell that does not look ordinary.
 */

/** Longer cells hold no phone number; the patterns below are not asked. */
export const LONGEST_CELL = 250;

/** A number as people type it: nothing to clean, nothing to repair. */
const ORDINARY = /^(?:\+ ?[1-9]|0?[1-9])[\d ()/-]*$/;
// Zero width, direction marks (messengers put them around copied numbers), soft hyphen, byte-order mark.
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2043\u2212\u30fc\ufe58\ufe63]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
const LABEL = /^(?:callto|tel(?:efon|ephone)?|phone|mob(?:ile)?|cell|fon)\b[.: ]*/i;
// A note behind the number, "(office)" or "home"; an extension is no note.
const NOTE = /[\s(,;-]+(?!x\b|ext)\p{L}[^\p{Nd}]*$/iu;
const SCIENTIFIC = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;

export type PhoneText = { text: string; shortened: false } | { shortened: true };

/**
 * The number's own characters: without formula (`="…"`), apostrophe, label (`tel:`), note, invisible marks and the `.0` of
 * a column of figures; `00` written as `+`; 9.19876543210E+11 written out where all its digits are there. `shortened` where
 * a spreadsheet kept only the first of them.
 */
export function cleanPhoneText(raw: string): PhoneText {
  if (ORDINARY.test(raw)) return { text: raw, shortened: false };
  const text = withoutWrapping(plainCharacters(raw));
  const scientific = SCIENTIFIC.exec(text);
  if (scientific !== null) return writtenOut(scientific);
  return { text: withPlus(text.replace(/^(\+?\d{5,})[.,]0{1,2}$/, '$1')), shortened: false };
}

/** How many digits there are in the text, of any script. */
export function countDigits(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

/** Whether the text holds nothing but what people write numbers with: digits, a plus, spaces, brackets, dashes, dots, slashes. */
export function isPhoneLike(text: string): boolean {
  return countDigits(text) > 0 && /^[\p{Nd}\s+()[\]./~*-]+$/u.test(text);
}

/** Whether the text holds two numbers or more, parted by a slash, comma, semicolon, bar or word. */
export function holdsSeveral(text: string): boolean {
  return text.split(/[/,;|&]|\b(?:or|and|oder|und|ou|y)\b/i).filter((part) => countDigits(part) >= 5).length > 1;
}

function plainCharacters(raw: string): string {
  // Full-width figures, no-break spaces and their like become plain ones; ASCII stays as it is.
  if (/^[\x20-\x7e]*$/.test(raw)) return raw.trim();
  return raw.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').replace(APOSTROPHES, "'").replace(/\s+/g, ' ').trim();
}

function withoutWrapping(text: string): string {
  const bare = text
    .replace(/^=\s*/, '')
    .replace(/^['"\s]+|['"\s]+$/g, '')
    .replace(LABEL, '');
  const withoutNote = bare.replace(NOTE, '');
  return countDigits(withoutNote) >= 6 ? withoutNote : bare;
}

function withPlus(text: string): string {
  return text.replace(/^\(?\s*\++\s*(?:00)?\s*/, '+').replace(/^\(?\s*00\s*(?=[1-9])/, '+');
}

function writtenOut([, first = '', rest = '', exponent = '']: RegExpExecArray): PhoneText {
  const missing = Number(exponent) - rest.length;
  return missing === 0 ? { text: first + rest, shortened: false } : { shortened: true };
}
