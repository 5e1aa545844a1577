import { whenItWas } from '../when-it-was.ts';

/** When a delivery came, to the second: those of one call come close together. */
export function receivedAt(at: Date, now: number): string {
  return `${whenItWas(at, now)}:${String(at.getUTCSeconds()).padStart(2, '0')}`;
}
