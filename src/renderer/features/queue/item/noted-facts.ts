/** Metadata as a drawer tells it: any JSON, one fact a value, what lies deeper by its whole path. Pure. */

export interface NotedFact {
  word: string;
  value: string;
}

/** `{a: {b: 1}, c: ['x', 'y']}` is `a › b: 1` and `c: x, y`; what is empty is left out. */
export function notedFacts(metadata: Readonly<Record<string, unknown>>, path: readonly string[] = []): NotedFact[] {
  return Object.entries(metadata).flatMap(([name, value]) => {
    const here = [...path, name];
    if (isRecord(value)) return notedFacts(value, here);
    const text = textOf(value);
    return text === '' ? [] : [{ word: here.join(' › '), value: text }];
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => (isRecord(each) ? JSON.stringify(each) : textOf(each))).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
