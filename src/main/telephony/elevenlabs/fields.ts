/** Reads what a vendor sent without trusting its types: numbers come as text, objects as null. */

export type Fields = Readonly<Record<string, unknown>>;

/** The value where it is an object; an empty one for anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** A text that is not empty, trimmed; null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A finite number, also where it comes as text; null for anything else. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Unix seconds as UTC milliseconds; null where there are none: 0 stands for "never" in answers of this vendor. */
export function instantOf(seconds: unknown): number | null {
  const value = numberOf(seconds);
  return value === null || value <= 0 ? null : value * 1000;
}
