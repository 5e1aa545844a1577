/** The desktop program as built on Electron itself, where its runtime is. `npm run test:electron` names it. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { createInterface } from 'node:readline';
import type { Host, HostParts } from './host.ts';

export interface ElectronHost extends Host {
  /** Its window's. */
  page(): Page;
}

export function electronHost({ dataDir, env }: Omit<HostParts, 'page'>): ElectronHost {
  const runtime = process.env['RINGMASTER_ELECTRON'];
  if (!runtime) throw new Error('Name the runtime in RINGMASTER_ELECTRON, as `npm run test:electron` does.');
  const switches = (process.env['RINGMASTER_ELECTRON_SWITCHES'] ?? '').split(' ').filter(Boolean);
  let running: ElectronApplication | null = null;
  let shown: Page | null = null;
  const host: ElectronHost = {
    url: 'ringmaster://app/',
    rest: '',
    seededPassword: '',
    page() {
      if (!shown) throw new Error('it does not run');
      return shown;
    },
    async start() {
      running = await _electron.launch({
        executablePath: runtime,
        args: [...switches, '.', '--data-dir', dataDir, '--port', '0'],
        // A machine of tests has no key ring, and a question before the window would wait for ever.
        env: { ...(process.env as Record<string, string>), ...env, RINGMASTER_SECRET_KEY: '0'.repeat(64), RINGMASTER_LOG: 'info' },
      });
      host.rest = await readyRest(running);
      shown = await running.firstWindow();
    },
    async stop() {
      const child = running?.process();
      if (!child || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
  return host;
}

function readyRest(running: ElectronApplication): Promise<string> {
  const { stdout } = running.process();
  return new Promise((resolve, reject) => {
    running.process().once('exit', (code) => reject(new Error(`Electron ended with ${code} before the program was ready`)));
    if (!stdout) return;
    createInterface({ input: stdout }).on('line', (text) => {
      // Chromium writes there too.
      if (!text.startsWith('{')) return;
      const said = JSON.parse(text) as { msg: string; rest?: string };
      if (said.msg === 'ready' && said.rest) resolve(said.rest);
    });
  });
}
