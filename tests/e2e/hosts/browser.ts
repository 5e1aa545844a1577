/** The browser host as built. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Host, HostParts } from './host.ts';

export function browserHost({ dataDir, env }: HostParts): Host {
  let child: ChildProcess | null = null;
  let port = 0;
  const host: Host = {
    url: '',
    rest: '',
    seededPassword: '',
    async start() {
      child = spawn(process.execPath, ['dist/host/index.mjs', '--data-dir', dataDir, '--port', String(port)], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, ...env, RINGMASTER_LOG: process.env['RINGMASTER_LOG'] ?? 'error' },
      });
      const { url, rest } = await readyLine(child);
      port = Number(new URL(rest).port);
      Object.assign(host, { url, rest });
    },
    async stop() {
      if (!child || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child?.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
  return host;
}

function readyLine(child: ChildProcess): Promise<{ url: string; rest: string }> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it was ready`)));
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => resolve(JSON.parse(line) as { url: string; rest: string }));
  });
}
