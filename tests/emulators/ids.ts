/** Ids in the shapes that vendors give them. */
import { createHash } from 'node:crypto';

/** A new id of so many hexadecimal digits, at most 64. */
export const hexId = (newId: (bytes: number) => string, digits: number): string =>
  createHash('sha256').update(newId(32)).digest('hex').slice(0, digits);

/** A new random UUID (version 4). */
export function uuid(newId: (bytes: number) => string): string {
  const hex = hexId(newId, 32);
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}
