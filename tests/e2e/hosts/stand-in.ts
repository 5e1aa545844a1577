/** The desktop program as built, under Node 24, on the stand-in for Electron. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { GIVEN, type Given } from '../../stand-ins/electron/given.ts';
import { Line } from '../../stand-ins/electron/line.ts';
import type { Orders } from '../../stand-ins/electron/orders.ts';
import { SHOWN, WindowPage } from '../../stand-ins/electron/page/window-page.ts';
import type { Host, HostParts } from './host.ts';

/** What a test sees of the program beside its page, and does to it. */
export type Desktop = { [Name in keyof Orders]: (...args: Parameters<Orders[Name]>) => Promise<ReturnType<Orders[Name]>> };

export interface DesktopHost extends Host {
  desktop: Desktop;
  /** What the system is like at the next start. */
  given: Partial<Given>;
  /** Arguments of the next start. */
  args: string[];
  /** The arguments with which the program asked to be started again when it went; null where it did not. */
  again: readonly string[] | null;
  /** A second start on the same data: it ends by itself. Answers its exit code. */
  startAgain(args: readonly string[]): Promise<number | null>;
  /** Resolves to the exit code when the program is gone. */
  gone(): Promise<number | null>;
}

const REGISTER = 'tests/stand-ins/electron/register.mjs';

export function standInHost({ dataDir, env, page }: HostParts): DesktopHost {
  let child: ChildProcess | null = null;
  let gone: Promise<number | null> = Promise.resolve(null);
  let line: Line | null = null;
  let shown: WindowPage | null = null;
  let port = 0;
  const run = (args: readonly string[], ipc: 'ipc' | 'ignore') =>
    spawn(process.execPath, ['--import', `./${REGISTER}`, 'dist/main/index.mjs', '--data-dir', dataDir, '--port', String(port), ...args], {
      stdio: ['ignore', 'pipe', 'inherit', ipc],
      serialization: 'advanced',
      env: { ...process.env, ...env, RINGMASTER_LOG: 'info', [GIVEN]: JSON.stringify(host.given) },
    });
  const host: DesktopHost = {
    url: `${SHOWN}/`,
    rest: '',
    seededPassword: '',
    given: {},
    args: [],
    again: null,
    desktop: new Proxy({} as Desktop, {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          line?.ask(`order.${String(name)}`, ...args) ?? Promise.reject(new Error('it does not run')),
    }),
    async start() {
      shown ??= await WindowPage.over(page);
      const started = run(host.args, 'ipc');
      const own = new Line((said) => {
        // A program that is ending takes nothing any more.
        if (started.connected) started.send(said as object, () => undefined);
      });
      started.on('message', (said) => own.hear(said));
      gone = new Promise((resolve) => {
        started.once('exit', (code) => {
          own.cut();
          void shown?.blank().then(() => resolve(code));
        });
      });
      host.again = null;
      own.offer({ relaunched: (args: string[]) => void (host.again = args) });
      shown.serve(own);
      [child, line] = [started, own];
      host.rest = await readyRest(started);
      port = Number(new URL(host.rest).port);
    },
    async stop() {
      child?.kill('SIGTERM');
      await gone;
    },
    gone: () => gone,
    startAgain: (args) => new Promise((resolve) => run(args, 'ignore').once('exit', resolve)),
  };
  return host;
}

const ERROR = 50;

/** The program says in its log that it is ready. Shown is what goes wrong there, and what the stand-in may lack. */
function readyRest(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the desktop program ended with ${code} before it was ready`)));
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (text) => {
      const said = JSON.parse(text) as { msg: string; level: number; rest?: string; err?: { type: string } };
      if (said.level >= ERROR || said.err?.type === 'TypeError') console.error(text);
      if (said.msg === 'ready' && said.rest) resolve(said.rest);
    });
  });
}
