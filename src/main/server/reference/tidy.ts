/** What the generator says more than once or for nobody, taken out, so that the document can be read. */
import type { Json } from './open-api.ts';

/** Whole numbers are whole without being told the limits of the language. */
const IMPLIED: Readonly<Record<string, unknown>> = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
/** Said to our own client alone. */
const OWN = new Set(['x-native-type', 'allowEmptyValue', 'allowReserved']);

/** The same document, shorter: for programs it says what it said. */
export function tidy<T>(part: T): T {
  if (Array.isArray(part)) return part.map((each: unknown) => tidy(each)) as T;
  if (typeof part !== 'object' || part === null) return part;
  const kept = Object.entries(part)
    .filter(([name, value]) => !OWN.has(name) && !(name in IMPLIED && IMPLIED[name] === value) && !isAnyName(name, value))
    .map(([name, value]) => [name, tidy<unknown>(value)]);
  return withoutNull(Object.fromEntries(kept) as Json) as T;
}

const isAnyName = (name: string, value: unknown) => name === 'propertyNames' && JSON.stringify(value) === '{"type":"string"}';

/** `anyOf: [X, null]` as one shape, where X is no reference and has a type of its own. */
function withoutNull(shape: Json): Json {
  const { anyOf, ...rest } = shape;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return shape;
  const [first, second] = anyOf as [Json, Json];
  if (second.type !== 'null' || typeof first.type !== 'string' || 'const' in first) return shape;
  return {
    ...first,
    ...(Array.isArray(first.enum) ? { enum: [...(first.enum as unknown[]), null] } : {}),
    type: [first.type, 'null'],
    ...rest,
  };
}

/** Takes out the named shapes that nothing points to. */
export function dropUnused(schemas: Record<string, Json>, document: unknown): Record<string, Json> {
  const pointedTo = new Set<string>();
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const name = '$ref' in part && typeof part.$ref === 'string' ? /^#\/components\/schemas\/(.+)$/.exec(part.$ref)?.[1] : undefined;
    if (name !== undefined && !pointedTo.has(name)) {
      pointedTo.add(name);
      look(schemas[name]);
    }
    for (const inner of Object.values(part)) look(inner);
  };
  look(document);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => pointedTo.has(name)));
}
