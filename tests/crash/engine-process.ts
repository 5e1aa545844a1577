/**
 * The engine as a process of its own that kills itself at a named step: the real wiring, the real store, HTTP to the line.
 *
 * Says `ready` when it dials, `killed` right before it kills itself, `done` when there is nothing left to call or to import; then
 * it ends by itself, cleanly.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '../../src/main/engine.ts';
import type { Step, StepSignal } from '../../src/main/ports/host.ts';
import type { ImportingPerson, ImportIntent } from '../../src/main/ports/import.ts';
import { MIGRATIONS } from '../helpers/builders.ts';
import { type FastTime, fastClock } from './fast-clock.ts';
import { dieWithParent, handedOver, sayNow } from '../helpers/say-now.ts';
import { onLoopback } from './on-loopback.ts';

/** Kill at the `countdown`-th time that the step is come to. */
export interface Kill {
  step: Step;
  countdown: number;
}

export interface EngineInput {
  dataDir: string;
  line: { url: string; key: string; secret: string };
  webhookPort: number;
  time: FastTime;
  kill: Kill | null;
  work: Work;
}

/** What an engine is there for: to call until every campaign is done, or to import a file (null: to finish what was begun). */
export type Work = { kind: 'call' } | { kind: 'import'; file: FileToImport | null };

export interface FileToImport {
  person: ImportingPerson;
  path: string;
  intent: ImportIntent;
}

export type EngineSaid = { kind: 'ready' } | { kind: 'killed'; step: Step } | { kind: 'done' };

dieWithParent();
const input = handedOver() as EngineInput;
const engine = await createEngine({
  dataDir: input.dataDir,
  migrationsFolder: MIGRATIONS,
  secrets: { seal: (plain) => plain, open: (sealed) => sealed },
  clock: fastClock(input.time),
  signal: killAt(input.kill),
  practiceLine: { kind: 'elsewhere', ...input.line },
  webhookPort: input.webhookPort,
  fetch: async (request) => fetch(await onLoopback(request, input.webhookPort)),
  dailyBackup: false,
});
engine.start();
sayNow({ kind: 'ready' } satisfies EngineSaid);

if (input.work.kind === 'import' && input.work.file) takeIn(input.work.file);

const LEFT_TO_DO = {
  call: `SELECT (SELECT count(*) FROM call_campaigns WHERE status NOT IN ('completed', 'cancelled'))
    + (SELECT count(*) FROM calls WHERE check_at IS NOT NULL) + (SELECT count(*) FROM webhook_inbox WHERE state = 'new')`,
  import: 'SELECT count(*) FROM imports WHERE finished_at IS NULL',
};
const { database } = engine.parts.data;
const leftToDo = database.sqlite.prepare(LEFT_TO_DO[input.work.kind]).pluck();
const stopListening = database.onChange(endWhenDone);
endWhenDone();

/** As the server does it: the file lies in the import's own folder before it is named. */
function takeIn({ person, path, intent }: FileToImport): void {
  const { importer } = engine.context;
  const upload = { path: join(importer.folder, 'upload.csv'), fileName: 'people.csv', owned: true };
  copyFileSync(path, upload.path);
  void importer.importAll(person, upload, intent);
}

function endWhenDone(): void {
  if ((leftToDo.get() as number) > 0) return;
  stopListening();
  // After everyone has been told of the transaction that was the last.
  setImmediate(() => {
    void engine.stop().then(() => {
      sayNow({ kind: 'done' } satisfies EngineSaid);
      process.exit(0);
    });
  });
}

/** The loop tells that slots changed after every commit that changed one; a release is one that a call's line going down began. */
function killAt(kill: Kill | null): StepSignal {
  let toCome = kill?.countdown ?? 0;
  let releasing = false;
  return (step) => {
    const counts = step !== 'release.after-commit' || releasing;
    releasing = step === 'release.before-commit' || (releasing && step !== 'release.after-commit');
    if (!counts || step !== kill?.step || --toCome > 0) return;
    sayNow({ kind: 'killed', step } satisfies EngineSaid);
    process.kill(process.pid, 'SIGKILL');
  };
}
