/** The borders of the house, held against every source file, so that a broken lint setting cannot hide a wrong import. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importProblem, mayTakeTime, roomOf } from './rooms.ts';
import { factsOf, readSources } from './source-facts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Source {
  path: string;
  text: string;
}

const importProblems = (sources: Source[]) =>
  sources.flatMap(({ path, text }) =>
    factsOf(path, text).imports.flatMap((specifier) => {
      const problem = importProblem(path, specifier);
      return problem ? [`${path}: ${problem}`] : [];
    }),
  );

const impureUses = (sources: Source[]) =>
  sources
    .filter(({ path }) => !mayTakeTime(roomOf(path) ?? ''))
    .flatMap(({ path, text }) => factsOf(path, text).impure.map((use) => `${path}: ${use}`));

/** The one component that keeps to its pace, and the one that says what is wrong at a field, once. */
const SPEAK = ['src/renderer/components/spoken.tsx', 'src/renderer/components/field-note.tsx'];

const liveRegions = (sources: Source[]) =>
  sources
    .filter(({ path }) => roomOf(path) === 'renderer' && !SPEAK.includes(path))
    .flatMap(({ path, text }) => factsOf(path, text).live.map((region) => `${path}: ${region}`));

describe('the house', () => {
  const sources = readSources(ROOT);

  it('has sources to look at', () => {
    expect(sources.length).toBeGreaterThan(20);
  });

  it('keeps every import within the borders of its room', () => {
    expect(importProblems(sources)).toEqual([]);
  });

  it('takes time, timers and chance through the ports alone', () => {
    expect(impureUses(sources)).toEqual([]);
  });

  it('lets the screens speak by themselves through two components alone', () => {
    expect(liveRegions(sources)).toEqual([]);
    expect(sources.map(({ path }) => path)).toEqual(expect.arrayContaining(SPEAK));
  });
});

describe('importProblem', () => {
  const verdicts: [path: string, specifier: string, allowed: boolean][] = [
    ['src/shared/domain/score.ts', './states.ts', true],
    ['src/shared/domain/score.ts', 'date-fns', true],
    ['src/shared/domain/score.ts', '../../main/data/stores.ts', false],
    ['src/shared/domain/score.ts', 'node:fs', false],
    ['src/shared/domain/score.ts', 'crypto', false],
    ['src/shared/contract/base.ts', '@orpc/contract', true],
    ['src/shared/contract/base.ts', 'react', false],
    ['src/main/ports/clock.ts', '../../shared/domain/states.ts', true],
    ['src/main/ports/clock.ts', '../data/stores.ts', false],
    ['src/main/data/stores.ts', 'drizzle-orm/sqlite-core', true],
    ['src/main/data/schema/calls.ts', '../../../shared/domain/states.ts', true],
    ['src/main/data/stores.ts', '../campaigns/pause-campaign.ts', false],
    ['src/main/data/stores.ts', 'electron', false],
    ['src/main/parts.ts', './data/stores.ts', true],
    ['src/main/parts.ts', './dialer/loop.ts', false],
    ['src/main/campaigns/pause-campaign.ts', '../contacts/add-people.ts', true],
    ['src/main/campaigns/pause-campaign.ts', '../parts.ts', true],
    ['src/main/campaigns/pause-campaign.ts', '../dialer/claim-calls.ts', false],
    ['src/main/campaigns/pause-campaign.ts', '../engine.ts', false],
    ['src/main/campaigns/pause-campaign.ts', 'drizzle-orm', false],
    ['src/main/live/stream.ts', '../data/changes.ts', true],
    ['src/main/dialer/claim-calls.ts', '../queue/put-back.ts', true],
    ['src/main/dialer/claim-calls.ts', '../telephony/practice/line.ts', false],
    ['src/main/dialer/claim-calls.ts', 'node:timers/promises', false],
    ['src/main/telephony/practice/line.ts', './journal.ts', true],
    ['src/main/telephony/practice/journal.ts', 'better-sqlite3', false],
    ['src/main/import/worker.ts', 'node:worker_threads', true],
    ['src/main/api/campaigns.ts', '../campaigns/pause-campaign.ts', true],
    ['src/main/api/campaigns.ts', '../../shared/contract/base.ts', true],
    ['src/main/api/campaigns.ts', '../data/stores.ts', false],
    ['src/main/api/campaigns.ts', '../server/rest.ts', false],
    ['src/main/engine.ts', './telephony/practice/line.ts', true],
    ['src/main/engine.ts', './hosts/browser/main.ts', false],
    ['src/main/server/rest.ts', '../api/router.ts', true],
    ['src/main/hosts/browser/main.ts', '../../engine.ts', true],
    ['src/main/hosts/browser/main.ts', 'electron', false],
    ['src/main/hosts/browser/main.ts', '../desktop/window.ts', false],
    ['src/main/hosts/desktop/main.ts', 'electron', true],
    ['src/main/hosts/cli/seed.ts', '../data-dir.ts', true],
    ['src/renderer/app/shell.tsx', '../lib/format.ts', true],
    ['src/renderer/app/shell.tsx', '../../shared/contract/base.ts', true],
    ['src/renderer/app/shell.tsx', '../../main/engine.ts', false],
    ['src/renderer/app/shell.tsx', 'node:path', false],
    ['src/renderer/app/shell.tsx', '../../../tests/helpers/clock.ts', false],
    ['src/elsewhere/thing.ts', './other.ts', false],
    ['src/main/cellar/thing.ts', './other.ts', false],
  ];

  it.each(verdicts)('%s importing %s is allowed: %s', (path, specifier, allowed) => {
    expect(importProblem(path, specifier) === undefined).toBe(allowed);
  });
});

describe('the search', () => {
  const planted = (path: string, text: string): Source[] => [{ path, text }];

  it('finds a planted import in every form that the language has', () => {
    const text = `
      import { a } from '../dialer/a.ts';
      import type { B } from '../dialer/b.ts';
      import '../dialer/c.ts';
      export { d } from '../dialer/d.ts';
      export * from '../dialer/e.ts';
      export const f = () => import('../dialer/f.ts');
      export type G = import('../dialer/g.ts').G;`;
    const found = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(
      (name) => `src/main/queue/planted.ts: queue imports src/main/dialer/${name}.ts, which is in dialer`,
    );
    expect(importProblems(planted('src/main/queue/planted.ts', text))).toEqual(found);
  });

  it('finds time and chance taken past the ports, however they are written', () => {
    const uses = [
      'Date.now()',
      'new Date()',
      'Date()',
      'Math.random()',
      'setTimeout(f, 1)',
      'globalThis.setInterval(f, 1)',
      'performance.now()',
    ];
    const text = `declare const f: () => void;\n${uses.map((use, index) => `export const v${index} = ${use};`).join('\n')}`;
    const found = impureUses(planted('src/main/queue/planted.ts', text));
    expect(found).toHaveLength(uses.length);
  });

  it('finds a live region, as an attribute or as a prop that is handed on', () => {
    const text = `
      export const a = <p role="status" />;
      export const b = (is: boolean) => <p role={is ? 'alert' : undefined} />;
      export const c = <Field slotProps={{ root: { 'aria-live': 'polite' }, input: { role: 'log' } }} />;
      export const d = <p aria-live="polite" />;`;
    expect(liveRegions(planted('src/renderer/app/planted.tsx', text))).toHaveLength(5);
    const still = `export const row = { status: 'alert', role: 'admin' };\nexport const e = <p role="group" aria-label="status" />;`;
    expect(liveRegions(planted('src/renderer/app/planted.tsx', still))).toEqual([]);
  });

  it('leaves alone what only looks like it', () => {
    const text = `
      // Date.now() and import '../dialer/a.ts'
      export const said = "new Date() from '../dialer/a.ts'";
      export const day = (at: number) => new Date(at);
      export const later = (clock: { setTimeout(ms: number): void }) => clock.setTimeout(1);`;
    const sources = planted('src/main/queue/planted.ts', text);
    expect([...importProblems(sources), ...impureUses(sources)]).toEqual([]);
  });

  it('lets ports, hosts and the screen take time', () => {
    const text = 'export const now = () => Date.now();';
    const rooms = ['src/main/ports/clock.ts', 'src/main/hosts/browser/main.ts', 'src/renderer/lib/format.ts'];
    expect(rooms.flatMap((path) => impureUses(planted(path, text)))).toEqual([]);
  });
});
