/**
 * Who may import whom, as one table. Decides whether one import of one source file is allowed; never reads a file itself.
 * Called by imports.test.ts. The same borders stand in .oxlintrc.json, where an editor shows them at once.
 */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** What a supervisor can do: one folder a subject. */
const VERBS = ['campaigns', 'contacts', 'queue', 'calls', 'agents', 'analytics', 'accounts', 'settings', 'compliance', 'live'] as const;

/** The wings of the engine: they use the verbs, and each other only through ports. */
const WINGS = ['dialer', 'telephony', 'webhooks', 'import'] as const;

/** What every room of the engine may use: the ports, and `parts.ts`, which names what a verb is handed. */
const GROUND = ['shared', 'ports', 'parts'] as const;
const BELOW_ENGINE = [...GROUND, 'data', ...VERBS, ...WINGS, 'api', 'engine', 'server'];

/** Room → the other rooms whose files it may import. `engine` is every file that lies directly in src/main, save parts.ts. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  ports: ['shared'],
  data: ['shared'],
  parts: ['shared', 'ports', 'data'],
  ...Object.fromEntries(VERBS.map((verb) => [verb, [...GROUND, 'data', ...VERBS]])),
  ...Object.fromEntries(WINGS.map((wing) => [wing, [...GROUND, 'data', ...VERBS]])),
  api: [...GROUND, ...VERBS],
  engine: BELOW_ENGINE,
  server: BELOW_ENGINE,
  'hosts/browser': [...BELOW_ENGINE, 'hosts'],
  'hosts/cli': [...BELOW_ENGINE, 'hosts'],
  'hosts/desktop': [...BELOW_ENGINE, 'hosts'],
  hosts: BELOW_ENGINE,
  renderer: ['shared'],
};

/** Packages that only some rooms may import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  electron: ['hosts/desktop'],
  'drizzle-orm': ['data'],
  'better-sqlite3': ['data'],
};

const BUILT_IN_FREE = new Set(['shared', 'renderer']);
const SCREEN_PACKAGES = /^(react|react-dom|wouter|zustand|@mui\/.*|@emotion\/.*|@fontsource.*)$/;

/** The room of a file by its path from the project's root; `undefined` for what lies outside src/. */
export function roomOf(path: string): string | undefined {
  const [top, wing, second, third] = path.split('/');
  if (top !== 'src' || !wing) return undefined;
  if (wing !== 'main') return wing;
  if (second === 'parts.ts') return 'parts';
  if (!second || second.endsWith('.ts')) return 'engine';
  if (second === 'hosts' && third && !third.endsWith('.ts')) return `hosts/${third}`;
  return second;
}

const packageOf = (specifier: string) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function packageProblem(room: string, specifier: string): string | undefined {
  if (isBuiltin(specifier)) {
    if (BUILT_IN_FREE.has(room)) return `${room} must run without Node, and imports ${specifier}`;
    return /^(node:)?timers/.test(specifier) && !mayTakeTime(room)
      ? `${room} imports ${specifier}: timers come through the clock's port`
      : undefined;
  }
  const name = packageOf(specifier);
  const owners = PACKAGES[name];
  if (owners && !owners.includes(room)) return `${room} imports ${name}, which belongs to ${owners.join(', ')}`;
  return SCREEN_PACKAGES.test(name) && room !== 'renderer' ? `${room} imports ${name}, which belongs to the renderer` : undefined;
}

/** Rooms that may read the machine's clock, set timers and draw random numbers: those that make the ports, and the screen. */
export const mayTakeTime = (room: string) => room === 'ports' || room === 'renderer' || room.startsWith('hosts');

/**
 * What is wrong with one import, as a sentence; `undefined` where it is allowed.
 * `path` is the importing file from the project's root, `specifier` what stands behind `from`.
 */
export function importProblem(path: string, specifier: string): string | undefined {
  const room = roomOf(path);
  if (!room || !MAY_IMPORT[room]) return `${path} lies in no room of the house`;
  if (!specifier.startsWith('.')) return packageProblem(room, specifier);
  const target = posix.join(posix.dirname(path), specifier);
  if (target === 'package.json') return undefined;
  const other = roomOf(target);
  if (other === room || (other && MAY_IMPORT[room].includes(other))) return undefined;
  return `${room} imports ${target}, which is ${other ? `in ${other}` : 'outside src'}`;
}
