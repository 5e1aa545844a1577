/** A file as text, a piece at a time: decoded, without its mark, every line end a line feed. */
import { closeSync, openSync, readSync } from 'node:fs';
import type { FileEncoding } from '../../shared/domain/import-options.ts';
import { notText } from './file-kind.ts';

const CHUNK = 1 << 17;

/**
 * The text of a file in pieces of about 128,000 characters. `onBytes` is told how many bytes were read so far.
 * @throws AppError `not_text` where it holds zeros.
 */
export function* readText(path: string, encoding: FileEncoding, onBytes: (bytes: number) => void = () => {}): Generator<string, void> {
  const file = openSync(path, 'r');
  try {
    const decoder = new TextDecoder(encoding);
    const buffer = Buffer.allocUnsafe(CHUNK);
    let bytes = 0;
    let heldReturn = false;
    for (;;) {
      const read = readSync(file, buffer, 0, CHUNK, null);
      bytes += read;
      const piece: string = (heldReturn ? '\r' : '') + decoder.decode(buffer.subarray(0, read), { stream: read > 0 });
      heldReturn = read > 0 && piece.endsWith('\r');
      const text = withLineFeeds(heldReturn ? piece.slice(0, -1) : piece);
      if (text.includes('\0')) throw notText('This file holds bytes that are no text. Choose a CSV file.');
      onBytes(bytes);
      if (text !== '') yield text;
      if (read === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

// A file may hold all three kinds of line ends; a parser that settles on one of them would join lines without a word.
const withLineFeeds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
