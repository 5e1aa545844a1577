import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodingOf } from './file-kind.ts';
import { readText } from './read-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringmaster-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: Uint8Array | string): string {
  const path = join(folder, 'a.csv');
  writeFileSync(path, content);
  return path;
}

const text = 'Name;Telefon\nJosé Müller;030 123456\nHélène Lefèvre;030 123457\n';
const wide = (swap: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return swap ? bytes.swap16() : bytes;
};
// 氏名,電話番号 and three rows with kanji and kana.
const japanese = Buffer.from(
  '8e8196bc2c9364986294d48d860a8e52936391be98592c30332d313233342d353637380a97e996d889d48e712c30332d313233342d353637390a834a835e834a83692082d082e782aa82c82c3039302d313233342d353637380a',
  'hex',
);

describe('encodingOf', () => {
  it('goes by the mark where there is one', () => {
    expect(encodingOf(file(`\uFEFF${text}`))).toBe('utf-8');
    expect(encodingOf(file(wide(false, true)))).toBe('utf-16le');
    expect(encodingOf(file(wide(true, true)))).toBe('utf-16be');
  });

  it('recognises UTF-16 without a mark', () => {
    expect(encodingOf(file(wide(false, false)))).toBe('utf-16le');
    expect(encodingOf(file(wide(true, false)))).toBe('utf-16be');
  });

  it('tells UTF-8, Windows-1252 and Shift-JIS apart', () => {
    expect(encodingOf(file(text))).toBe('utf-8');
    expect(encodingOf(file(Buffer.from(text, 'latin1')))).toBe('windows-1252');
    expect(encodingOf(file(japanese))).toBe('shift_jis');
  });

  it('tells a single Japanese name from a single accented one', () => {
    const kana = Buffer.from('6e616d652c70686f6e650a8358835983'.concat('4c2c303331323334353637380a'), 'hex');
    expect(encodingOf(file(kana))).toBe('shift_jis');
    for (const name of ['Hélène', 'Zoë', 'Müßig', 'Özgür Ünal', 'STRAßE 5°']) {
      expect(encodingOf(file(Buffer.from(`name;phone\n${name};030 123456\n`, 'latin1')))).toBe('windows-1252');
    }
  });

  it('sees one accent behind a million plain characters', () => {
    const plain = 'Ada;030 123456\n'.repeat(80_000);
    expect(encodingOf(file(Buffer.concat([Buffer.from(plain), Buffer.from('José;030 1\n', 'latin1')])))).toBe('windows-1252');
    expect(encodingOf(file(`${plain}José;030 1\n`))).toBe('utf-8');
  });

  it('takes a character that two pieces of the file share for one', () => {
    expect(encodingOf(file(`${'a'.repeat((1 << 20) - 1)}é\n`))).toBe('utf-8');
  });

  it.each([
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 'spreadsheet'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old Excel'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'picture'],
    ['bytes', Buffer.from([1, 2, 0, 3, 0, 0, 0, 9]), 'no text'],
    ['an empty file', Buffer.alloc(0), 'empty'],
  ])('refuses %s with a sentence', (_, bytes, word) => expect(() => encodingOf(file(bytes))).toThrow(word));
});

describe('readText', () => {
  it('makes every line end a line feed, also where one lies between two pieces', () => {
    const long = `${'a'.repeat((1 << 17) - 1)}\r\nb\rc\nd`;
    expect([...readText(file(long), 'utf-8')].join('')).toBe(`${'a'.repeat((1 << 17) - 1)}\nb\nc\nd`);
  });

  it('drops the mark and reads the euro sign of Windows-1252', () => {
    expect([...readText(file(wide(true, true)), 'utf-16be')].join('')).toBe(text);
    expect([...readText(file(Buffer.from([0x80, 0x0a])), 'windows-1252')].join('')).toBe('€\n');
  });

  it('refuses zeros that come late', () => {
    expect(() => [...readText(file(`${'a'.repeat(200_000)}\0`), 'utf-8')]).toThrow('no text');
  });
});
