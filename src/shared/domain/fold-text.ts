/**
 * Text as a search compares it: without case and without accents, so that “zoe” finds “Zoë” and “sorensen” finds “Sørensen”.
 *
 * Decides what counts as the same letter. Called for what is searched and for what is typed; both must go through here.
 */

const PLAIN = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const LETTERS = /[ßæœøłđðþı]/g;
/** Letters that no normalisation takes apart. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The text in small letters without accents. */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const small = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  return small.replace(LETTERS, (letter) => SPELLED[letter] ?? letter);
}

/** The digits of what may be a number as people write one, without a leading 0 or 00; empty where it is none. */
export const searchedDigits = (text: string): string => (/^[+\d\s().\-/]+$/.test(text) ? text.replace(/\D/g, '').replace(/^0+/, '') : '');
