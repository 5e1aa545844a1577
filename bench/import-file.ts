/** A list as people have them: numbers of several countries in no order, as they are written there, and the usual columns. */
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const PIECE = 10_000;

/** A number of each row, different for every row up to a million, in no order. */
function phoneOf(i: number, rows: number): string {
  // 7,919 shares no factor with the row counts that are measured, so that every number comes once.
  const mixed = String(((i * 7_919) % rows) + 10_000_000);
  switch (i % 4) {
    case 0:
      return `+49 151 ${mixed}`;
    case 1:
      return `+44 7911 ${mixed.slice(-6)}${Math.floor(i / 1_000_000)}`.slice(0, 15);
    case 2:
      return `0171 ${mixed}`;
    default:
      return `+33 6 ${mixed.slice(0, 2)} ${mixed.slice(2, 4)} ${mixed.slice(4, 6)} ${mixed.slice(6, 8)}`;
  }
}

/** Writes a CSV file of so many contacts. */
export function writeContactFile(path: string, rows: number): void {
  const file = openSync(path, 'w');
  writeSync(file, 'name,phone_number,email,company,city,segment\n');
  for (let first = 0; first < rows; first += PIECE) {
    let text = '';
    for (let i = first; i < Math.min(first + PIECE, rows); i += 1) {
      text += `Person${i} Family${i % 5_000},${phoneOf(i, rows)},person${i}@example.com,Company ${i % 20_000},City ${i % 300},S${i % 7}\n`;
    }
    writeSync(file, text);
  }
  // As a person's file is: on the disk since long, and not written back by the system in the middle of the measurement.
  fsyncSync(file);
  closeSync(file);
}
