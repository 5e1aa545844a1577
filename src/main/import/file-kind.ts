/**
 * What a file is, from its bytes: text in which encoding, or something else that people take for a list.
 *
 * The whole file is looked at, not its head: one that is plain ASCII for a thousand rows and then holds an é in Windows-1252 must not
 * become a row of question marks.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import chardet from 'chardet';
import { badInput } from '../../shared/domain/app-error.ts';
import type { FileEncoding } from '../../shared/domain/import-options.ts';

const CHUNK = 1 << 20;
const SAMPLE = 1 << 16;

/** First bytes of what is often chosen by mistake. */
const NOT_TEXT: readonly (readonly [string, string])[] = [
  ['PK\x03\x04', 'This is a spreadsheet or a zip archive, no CSV. Open it, save the sheet as CSV (UTF-8), and choose that file.'],
  ['\xd0\xcf\x11\xe0', 'This is an old Excel workbook, no CSV. Open it, save the sheet as CSV (UTF-8), and choose that file.'],
  ['%PDF', 'This is a PDF, no CSV. Export the list as CSV, and choose that file.'],
  ['\x1f\x8b', 'This is a compressed file. Unpack it, and choose the CSV inside.'],
  ['\x89PNG', 'This is a picture, no CSV.'],
  ['\xff\xd8\xff', 'This is a picture, no CSV.'],
  ['SQLite format 3', 'This is a database, no CSV. Export the list as CSV, and choose that file.'],
];

export const notText = (sentence: string) => badInput('not_text', sentence, { details: [{ path: 'file', message: sentence }] });

interface Look {
  head: Buffer;
  utf8: boolean;
  hasNul: boolean;
  /** Bytes around those that are not ASCII: what tells one encoding from another. */
  telling: Buffer;
}

/**
 * The encoding of a text file, by its mark, else by what its bytes can be.
 * @throws AppError `not_text`, `empty_file`.
 */
export function encodingOf(path: string): FileEncoding {
  const look = lookAt(path);
  const { head } = look;
  if (head.length === 0) throw badInput('empty_file', 'The file is empty.');
  const begin = head.toString('latin1', 0, 16);
  const known = NOT_TEXT.find(([magic]) => begin.startsWith(magic));
  if (known) throw notText(known[1]);
  if (begin.startsWith('\xef\xbb\xbf')) return 'utf-8';
  if (begin.startsWith('\xff\xfe')) return 'utf-16le';
  if (begin.startsWith('\xfe\xff')) return 'utf-16be';
  if (look.hasNul) return wideEncoding(head);
  if (controlShare(head) > 0.02) throw notText('This is no text file. Choose a CSV file.');
  if (look.utf8) return 'utf-8';
  return singleOrDouble(look.telling);
}

/** UTF-16 without a mark: every other byte of its separators and figures is zero. Anything else with zeros is no text. */
function wideEncoding(head: Buffer): FileEncoding {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < head.length; at += 1) {
    if (head[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.2 && even < half * 0.02) return 'utf-16le';
  if (even > half * 0.2 && odd < half * 0.02) return 'utf-16be';
  throw notText('This is no text file. Choose a CSV file.');
}

function controlShare(head: Buffer): number {
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) control += 1;
  return control / head.length;
}

/** Shift-JIS only where every byte can be, and where what comes out reads like Japanese more often than not. */
function singleOrDouble(telling: Buffer): FileEncoding {
  const whole = telling.subarray(0, telling.lastIndexOf(10) + 1 || telling.length);
  let text: string;
  try {
    text = new TextDecoder('shift_jis', { fatal: true }).decode(whole);
  } catch {
    return 'windows-1252';
  }
  // Accents read as Japanese stand amid the Latin letters of their word, one or two together: Hélène becomes H駘鈩e.
  const runs = [...text.matchAll(/(?<before>[A-Za-z]?)(?<run>[^\0-\x7f]+)(?<after>[A-Za-z]?)/g)].map(({ groups = {} }) => ({
    isAmid: Boolean(groups['before'] || groups['after']),
    length: groups['run']?.length ?? 0,
  }));
  const amid = runs.filter(({ isAmid }) => isAmid).length;
  const apart = runs.filter(({ isAmid, length }) => !isAmid && length > 1).length;
  if (apart === 0 && runs.every(({ length }) => length < 3)) return 'windows-1252';
  return apart > amid ? 'shift_jis' : mostlyJapanese(whole);
}

function mostlyJapanese(bytes: Buffer): FileEncoding {
  const found = chardet.analyse(bytes);
  const japanese = found.find(({ name }) => name === 'Shift_JIS')?.confidence ?? 0;
  const western = found.find(({ name }) => /^(?:ISO-8859-1|windows-1252)$/.test(name))?.confidence ?? 0;
  return japanese > western ? 'shift_jis' : 'windows-1252';
}

function lookAt(path: string): Look {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    const look: Look = { head: Buffer.alloc(0), utf8: true, hasNul: false, telling: Buffer.alloc(0) };
    let held = 0;
    for (;;) {
      const read = readSync(file, buffer, held, CHUNK - held, null);
      if (read === 0) break;
      const bytes = buffer.subarray(0, held + read);
      if (look.head.length === 0) look.head = Buffer.from(bytes.subarray(0, SAMPLE));
      // Wide text shows its zeros in the head; later ones are no text and are found when the file is read.
      if (bytes.includes(0)) return { ...look, hasNul: true };
      held = checkUtf8(look, bytes);
      bytes.copy(buffer, 0, bytes.length - held);
      if (!look.utf8 && look.telling.length >= SAMPLE) break;
    }
    if (held > 0) look.utf8 = false;
    return look;
  } finally {
    closeSync(file);
  }
}

/** @returns how many last bytes begin a character that the next chunk ends. */
function checkUtf8(look: Look, bytes: Buffer): number {
  const open = look.utf8 ? openBytes(bytes) : 0;
  const whole = bytes.subarray(0, bytes.length - open);
  if (look.utf8 && !isUtf8(whole)) look.utf8 = false;
  if (look.utf8) return open;
  const first = bytes.findIndex((byte) => byte > 127);
  if (first >= 0) {
    const from = bytes.lastIndexOf(10, first) + 1;
    look.telling = Buffer.concat([look.telling, bytes.subarray(from, from + SAMPLE)]);
  }
  return 0;
}

function openBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}
