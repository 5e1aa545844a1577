/** Reading what SignalWire sent, which may be anything: the type is asked before a value is taken. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object; null where it is none. */
export const objectOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** The objects of a list; empty where it is none. */
export const objectsOf = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.map(objectOf).filter((fields): fields is Fields => fields !== null) : [];

/** The value as a text; null where it is none or empty. A number is taken for its figures: codes come either way. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The value as a number, digits in a text included; null where it is none. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/**
 * An instant in UTC milliseconds from an RFC 2822 or ISO 8601 text, or from Unix seconds; null where it is none. A text that does
 * not name its zone is not taken: it would be read in this machine's.
 */
export function instantOf(value: unknown): number | null {
  if (typeof value === 'number') return value > 1e9 && value < 1e11 ? Math.round(value * 1000) : null;
  if (typeof value !== 'string' || !/(Z|GMT|UTC|[+-]\d\d:?\d\d)\)?$/i.test(value.trim())) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}
