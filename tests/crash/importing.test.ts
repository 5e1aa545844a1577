import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Step, STEPS } from '../../src/main/ports/host.ts';
import type { ImportingPerson, ImportIntent } from '../../src/main/ports/import.ts';
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { DEFAULT_PRACTICE } from '../../src/shared/domain/practice-settings.ts';
import { anAdmin, anAgent, aUser } from '../helpers/builders.ts';
import { openKeptWorld } from '../helpers/kept-world.ts';
import { seededRandom } from '../helpers/seeded-ids.ts';
import { CrashRun } from './crash-run.ts';
import { DUPLICATES, faultsOfImport, holdingsOf, INVALID, KNOWN, latestImport, NEW, ROWS, writePeople } from './import-file.ts';
import { readBooks } from './ledger.ts';

const LONG = process.env['RINGMASTER_TEST'] === 'long';
/** Rounds of a death at each step, and of a second one right after the first while rows are written. */
const ROUNDS = LONG ? 6 : 1;
/** An engine starts in half a second where nothing else runs. */
const TIMEOUT_MS = LONG ? 3_600_000 : 180_000;
const SEED = Number(process.env['RINGMASTER_SEED'] ?? 1);
/** Two batches of contacts and two of items make four pauses: a first death in the first half leaves one for the second. */
const FIRST_HALF = 2;

const steps = STEPS.filter((step) => step.startsWith('import.'));
/** Deaths at these steps leave nothing; after the others the import is finished at the next start. */
const BEFORE_WRITING: ReadonlySet<Step> = new Set(['import.before-check', 'import.after-check']);

let run: CrashRun;

beforeEach(async () => {
  run = new CrashRun();
  run.alsoAtDeath = faultsOfImport;
});
afterEach(() => run.close());

/** Somebody who imports, in an installation that makes no calls. */
function prepare(): { person: ImportingPerson; intent: ImportIntent } {
  const world = openKeptWorld(run.dataDir, run.startAt);
  changeConcurrency(world, anAdmin(world), { systemLimit: 0 });
  const person = aUser(world);
  const agentId = anAgent(world, person).id;
  world.close();
  const campaign = { name: 'Spring', agentId, nextAction: 'Offer a demo', firstCallTime: '00:00', lastCallTime: '24:00', timeZone: 'UTC' };
  return { person, intent: { target: 'campaign', campaign } };
}

const look = () => readBooks(run.dataDir, (sqlite) => ({ ...holdingsOf(sqlite, run.dataDir), import: latestImport(sqlite) }));

describe('an engine that is killed while it imports a file', () => {
  it(
    `leaves nothing of it before the writing began, and has all of it at the next start after`,
    async () => {
      const random = seededRandom(SEED);
      const { person, intent } = prepare();
      await run.startLine(DEFAULT_PRACTICE);
      // The file before the first one: the first has known numbers as well.
      await run.toTheEnd({ kind: 'import', file: { person, intent, path: writePeople(run.folder, 0) } });
      for (const [i, step] of Array.from({ length: ROUNDS }, () => steps)
        .flat()
        .entries()) {
        const before = look();
        const path = writePeople(run.folder, i + 1);
        const half = step === 'import.mid-write';
        await run.killAt(
          { step, countdown: half ? 1 + Math.floor(random() * FIRST_HALF) : 1 },
          { kind: 'import', file: { person, intent, path } },
        );
        if (half) await run.killAt({ step, countdown: 1 }, { kind: 'import', file: null });
        const writing = look().import;
        await run.toTheEnd({ kind: 'import', file: null });
        const after = look();
        if (BEFORE_WRITING.has(step)) {
          expect({ step, ...after }).toEqual({
            step,
            ...before,
            import: expect.objectContaining({ state: 'cancelled', campaignState: null }),
          });
          // Its numbers are the known ones of the next file.
          await run.toTheEnd({ kind: 'import', file: { person, intent, path } });
          continue;
        }
        expect([step, writing.state]).toEqual([step, step === 'import.after-finish' ? 'finished' : 'writing']);
        expect({ step, ...after }).toEqual({
          step,
          contacts: before.contacts + NEW,
          items: before.items + NEW + KNOWN,
          campaigns: before.campaigns + 1,
          files: [...before.files, `${writing.id}-refused.db`].toSorted(),
          import: {
            id: writing.id,
            state: 'finished',
            campaignState: 'active',
            rows: ROWS,
            imported: NEW,
            known: KNOWN,
            duplicates: DUPLICATES,
            invalid: INVALID,
            writtenUpTo: 2 * (NEW + KNOWN),
          },
        });
      }
      const where = Map.groupBy(run.deaths, (death) => death.where);
      console.log(`${run.deaths.length} kills of an import (seed ${SEED}):`);
      for (const [name, deaths] of where) console.log(`  ${deaths.length} × ${name}`);
      expect(new Set(where.keys())).toEqual(new Set(steps));
    },
    TIMEOUT_MS,
  );
});
