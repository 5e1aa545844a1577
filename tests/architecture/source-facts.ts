/**
 * What a source file imports, where it takes time or chance for itself and where it makes a screen speak, read from its syntax tree,
 * so that neither comments nor strings can mislead. Called by imports.test.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSync } from 'vite';

export interface SourceFacts {
  imports: string[];
  /** Uses of the machine's clock, timers and random numbers, as they stand in the source: `Date.now()`. */
  impure: string[];
  /** What makes a part of a screen speak by itself, as it stands in the source: `role="status"`. */
  live: string[];
}

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const TIMERS = new Set(['setTimeout', 'setInterval']);
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Date: ['now'],
  performance: ['now'],
  Math: ['random'],
  crypto: ['randomUUID', 'getRandomValues'],
};
const GLOBALS = new Set(['globalThis', 'window', 'self', 'global']);

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
const nameOf = (node: unknown) => (isNode(node) && node.type === 'Identifier' ? (node['name'] as string) : undefined);

/** `Date` for both `Date` and `globalThis.Date`. */
function globalName(node: unknown): string | undefined {
  if (!isNode(node) || node.type !== 'MemberExpression') return nameOf(node);
  return GLOBALS.has(nameOf(node['object']) ?? '') ? nameOf(node['property']) : undefined;
}

function isImpure(node: Node): boolean {
  const callee = node['callee'];
  const bare = globalName(callee) ?? '';
  if (node.type === 'NewExpression') return bare === 'Date' && (node['arguments'] as unknown[]).length === 0;
  if (node.type === 'CallExpression' && (TIMERS.has(bare) || bare === 'Date')) return true;
  if (node.type !== 'MemberExpression') return false;
  const member = nameOf(node['property']) ?? '';
  // Not only when called: handed on as a value, it is the machine's clock all the same.
  return MEMBERS[globalName(node['object']) ?? '']?.includes(member) ?? false;
}

const LIVE_ROLE = /['"](status|alert|log)['"]/;

/** A live region, as an attribute or among the props that are handed to a part of a library's component. */
function isLive(node: Node, text: string): boolean {
  const named = node.type === 'JSXAttribute' ? node['name'] : node.type === 'Property' ? node['key'] : undefined;
  const name = isNode(named) ? (named['name'] ?? named['value']) : undefined;
  return name === 'aria-live' || (name === 'role' && LIVE_ROLE.test(text.slice(node.start, node.end)));
}

function specifierOf(node: Node): string | undefined {
  const isImport = /^(Import(Declaration|Expression)|Export(Named|All)Declaration|TSImportType)$/.test(node.type);
  const source = node['source'];
  return isImport && isNode(source) && typeof source['value'] === 'string' ? source['value'] : undefined;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit);
  else if (isNode(value)) {
    visit(value);
    for (const child of Object.values(value)) if (typeof child === 'object') walk(child, visit);
  }
}

/** The facts of one source text; `path` says by its ending whether it is TypeScript or TSX. Throws where it does not parse. */
export function factsOf(path: string, text: string): SourceFacts {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const facts: SourceFacts = { imports: [], impure: [], live: [] };
  walk(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier !== undefined) facts.imports.push(specifier);
    const excerpt = () => text.slice(node.start, Math.min(node.end, node.start + 40));
    if (isImpure(node)) facts.impure.push(excerpt());
    if (isLive(node, text)) facts.live.push(excerpt());
  });
  return facts;
}

/** Every source under src/ of the project at `root`, tests left out, with its path from there. */
export function readSources(root: string): { path: string; text: string }[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.split(sep).join('/')}`)
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
