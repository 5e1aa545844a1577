/**
 * Requests made from the document: right ones, ones that are almost right, and wild ones, from a seed. Values are chosen by their
 * shape and, where they name a thing, from a pool of things: one's own, another's, and such as are not there.
 */
import type { Json, OpenApi, Operation, Parameter } from '../../src/main/server/reference/open-api.ts';

export type Manner = 'right' | 'almost' | 'wild';

export interface MadeRequest {
  method: string;
  /** Behind /api, query included. */
  path: string;
  body: unknown;
  form: boolean;
}

export interface MakerOptions {
  document: OpenApi;
  random: () => number;
  /** What a field of this name may name; undefined for what names nothing. */
  pool(name: string, operationId: string): readonly unknown[] | undefined;
  /** Fields that are never anything else than what is in their pool, but where the request is to be wrong. */
  fixed: ReadonlySet<string>;
  /** Stands in every free text, to find again whose it was. */
  mark(): string;
}

const MOST_DEPTH = 6;
const INSTANTS = [
  '2026-03-02T15:00:00Z',
  '2026-03-03T09:30:00+01:00',
  '1970-01-01T00:00:00Z',
  '2039-12-31T23:59:59.999Z',
  '2026-02-28T24:00:00Z',
];
const DATES = ['2026-03-02', '2026-03-31', '2026-12-25', '2024-02-29', '2025-02-29'];
const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  '💥'.repeat(50),
  'x'.repeat(5_000),
  '../../etc/passwd',
  "'; DROP TABLE users; --",
  '__proto__',
  '%',
  '_%',
];
const ODDER_TEXTS = ['\ud800', '<script>', 'null', '1e9', '+', '٣'];
const ODD_NUMBERS = [0, -1, 1e21, 0.5, Number.MAX_SAFE_INTEGER];
const ODD_SHAPES = [
  null,
  true,
  false,
  [],
  {},
  [[[[]]]],
  [null],
  { constructor: { prototype: 1 } },
  JSON.parse('{"__proto__":{"admin":true}}'),
];
const WILD: readonly unknown[] = [...ODD_TEXTS, ...ODDER_TEXTS, ...ODD_NUMBERS, ...ODD_SHAPES];
/** Texts of the shapes that the contract writes as expressions. */
const PATTERNED = ['09:00', '18:00', '24:00', '00:00', 'DE', 'US', 'https://example.com', 'my-space', 'x'];

export class RequestMaker {
  private readonly options: MakerOptions;

  constructor(options: MakerOptions) {
    this.options = options;
  }

  chance = (share: number): boolean => this.options.random() < share;
  pick = <T>(from: readonly T[]): T => from[Math.floor(this.options.random() * from.length)]!;
  private whole = (low: number, high: number) => low + Math.floor(this.options.random() * (high - low + 1));

  make(method: string, pattern: string, operation: Operation, manner: Manner): MadeRequest {
    const { operationId, parameters = [], requestBody } = operation;
    const named = parameters.filter((each): each is Parameter => !('$ref' in each));
    let path = pattern;
    const query = new URLSearchParams();
    for (const { name, in: where, schema, required } of named) {
      if (where === 'path') path = path.replace(`{${name}}`, () => encodeURIComponent(this.text(this.idFor(operationId, schema, manner))));
      if (where === 'query' && (required || this.chance(0.4)))
        query.append(name, this.text(this.spoilt(this.value(schema, name, operationId), manner, 0.2)));
    }
    if (manner !== 'right' && this.chance(0.2)) query.append(this.pick(['colour', '__proto__', 'id', 'page']), this.text(this.pick(WILD)));
    const types = Object.keys(requestBody?.content ?? {});
    // Files cost most of the time.
    const type = types.length === 2 && this.chance(0.9) ? types[0] : types.at(-1);
    const schema = type === undefined ? undefined : requestBody?.content[type]?.schema;
    const search = query.size === 0 ? '' : `?${query}`;
    if (!schema) return { method, path: path + search, body: undefined, form: false };
    const form = type === 'multipart/form-data';
    const body = this.chance(manner === 'wild' ? 0.5 : 0) ? this.pick(WILD) : this.spoilt(this.value(schema, '', operationId), manner, 1);
    return { method, path: path + search, body, form };
  }

  /** The thing that a path names. */
  private idFor(operationId: string, schema: Json, manner: Manner): unknown {
    if (manner !== 'right' && this.chance(0.3)) return this.pick(WILD);
    return this.value(schema, 'id', operationId);
  }

  private text = (value: unknown): string => {
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
    // What no address can hold.
    return text.toWellFormed().slice(0, 2_000);
  };

  /** A value of a shape. */
  value(schema: Json, name: string, operationId: string, depth = 0): unknown {
    const pool = this.options.pool(name, operationId);
    if (pool && pool.length > 0 && (this.options.fixed.has(name) || !this.chance(0.1))) return this.pick(pool);
    if (typeof schema.$ref === 'string') return this.value(this.resolve(schema.$ref), name, operationId, depth);
    const options = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
    if (options) return this.value(this.pick(options), name, operationId, depth);
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return this.pick(schema.enum as unknown[]);
    const type = Array.isArray(schema.type) ? this.pick(schema.type as string[]) : schema.type;
    switch (type) {
      case 'null':
        return null;
      case 'boolean':
        return this.chance(0.5);
      case 'integer':
      case 'number':
        return this.number(schema, type === 'integer');
      case 'string':
        return this.string(schema);
      case 'array':
        return this.list(schema, name, operationId, depth);
      default:
        return this.object(schema, operationId, depth);
    }
  }

  private number({ minimum = 0, maximum = 100_000, exclusiveMinimum }: Json, whole: boolean): number {
    const low = exclusiveMinimum === undefined ? Number(minimum) : Number(exclusiveMinimum) + (whole ? 1 : 0.001);
    const high = Math.max(low, Number(maximum));
    if (this.chance(0.2)) return this.pick([low, high]);
    return whole ? this.whole(low, Math.min(high, low + 60)) : low + this.options.random() * Math.min(high - low, 10);
  }

  private string({ format, pattern, maxLength = 60, minLength = 0 }: Json): string {
    if (format === 'date-time') return this.pick(INSTANTS.slice(0, 4));
    if (format === 'date') return this.pick(DATES.slice(0, 4));
    if (format === 'email') return `${this.options.mark().replaceAll(/\W/g, '')}${this.whole(1, 999)}@example.com`;
    if (format === 'uri') return 'https://hooks.example.com';
    if (format === 'binary') return '';
    if (pattern !== undefined) return this.pick(PATTERNED);
    const text = `${this.options.mark()} ${this.whole(0, 9_999)}`;
    return text.padEnd(Number(minLength), 'x').slice(0, Number(maxLength));
  }

  private list({ items = {}, minItems = 0, maxItems = 3 }: Json, name: string, operationId: string, depth: number): unknown[] {
    const length = this.whole(Number(minItems), Math.min(Number(maxItems), Number(minItems) + 3));
    return Array.from({ length }, () => this.value(items as Json, name, operationId, depth + 1));
  }

  private object(
    { properties = {}, required = [], additionalProperties }: Json,
    operationId: string,
    depth: number,
  ): Record<string, unknown> {
    const made: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(properties as Record<string, Json>))
      if ((required as string[]).includes(name) || (depth < MOST_DEPTH && this.chance(0.4)))
        made[name] = this.value(schema, name, operationId, depth + 1);
    if (typeof additionalProperties === 'object' && this.chance(0.5))
      made[this.options.mark()] = this.value(additionalProperties as Json, '', operationId, depth + 1);
    return made;
  }

  /** With one thing wrong somewhere, unless it is to be right. */
  private spoilt(value: unknown, manner: Manner, share: number): unknown {
    if (manner === 'right' || !this.chance(share)) return value;
    if (typeof value !== 'object' || value === null) return this.pick(WILD);
    const copy = structuredClone(value) as Record<string, unknown>;
    const names = Object.keys(copy);
    const name = names.length === 0 ? 'more' : this.pick(names);
    const how = this.whole(0, 3);
    if (how === 0) delete copy[name];
    else if (how === 1) copy[this.pick(['more', 'Name', 'userId', 'status'])] = this.pick(WILD);
    else if (how === 2) copy[name] = this.pick(WILD);
    else copy[name] = this.spoilt(copy[name], manner, 1);
    return copy;
  }

  private resolve(ref: string): Json {
    return this.options.document.components.schemas[ref.split('/').at(-1)!]!;
  }
}
