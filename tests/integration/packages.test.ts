/** What would be packed for each system, by electron-builder's own matchers over what is built and installed here. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

interface Found {
  fuses: Record<string, boolean>;
  licences: { packages: number; bytes: number };
  targets: { name: string; system: string; arch: string; faults: string[]; natives: string[]; loads: boolean; files: { path: string }[] }[];
}
let found: Found;

beforeAll(async () => {
  // What it finds wrong is in its answer, and ends it with 1.
  const run = promisify(execFile)(process.execPath, ['scripts/packages/main.mjs', '--json'], {
    maxBuffer: 64 << 20,
    env: { ...process.env, VITEST: '' },
  });
  const { stdout } = await run.catch((error: { stdout: string; stderr: string }) =>
    error.stdout ? error : Promise.reject(new Error(error.stderr)),
  );
  found = JSON.parse(stdout) as Found;
});

describe('the packages', () => {
  it('are whole on each of six targets, and hold nothing else', () => {
    expect(Object.fromEntries(found.targets.map(({ name, faults }) => [name, faults]))).toEqual({
      'win-x64': [],
      'win-arm64': [],
      'mac-x64': [],
      'mac-arm64': [],
      'linux-x64': [],
      'linux-arm64': [],
    });
  });

  it('hold of ngrok and better-sqlite3 the two native files of their system alone', () => {
    const natives = found.targets.map(({ files }) =>
      files.filter(({ path }) => path.endsWith('.node')).map(({ path }) => path.split('/').at(-1)),
    );
    expect(natives).toEqual([
      ['ngrok.win32-x64-msvc.node', 'win32-x64.node'],
      ['ngrok.win32-arm64-msvc.node', 'win32-arm64.node'],
      ['ngrok.darwin-x64.node', 'darwin-x64.node'],
      ['ngrok.darwin-arm64.node', 'darwin-arm64.node'],
      ['ngrok.linux-x64-gnu.node', 'linux-x64.node'],
      ['ngrok.linux-arm64-gnu.node', 'linux-arm64.node'],
    ]);
  });

  it.runIf(['linux', 'win32', 'darwin'].includes(platform()))('load their modules from what is packed, on this system', () => {
    expect(found.targets.filter(({ loads }) => loads).map(({ system, arch: of }) => `${system}-${of}`)).toEqual([
      `${platform()}-${arch()}`,
    ]);
  });

  it('carry the licence of every package that "About" names', () => {
    const shown = JSON.parse(readFileSync('src/renderer/features/settings/about/licences.json', 'utf8')) as string[][];
    const text = readFileSync('.cache/package/THIRD-PARTY-LICENCES.txt', 'utf8');
    expect(shown.filter(([name, version]) => !text.includes(`${name} ${version} (`))).toEqual([]);
  });

  it('turn off by fuses what the program does not need, as docs/security.md has it', () => {
    const { resetAdHocDarwinSignature: _signature, ...fuses } = found.fuses;
    expect(fuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    const told = [...readFileSync('docs/security.md', 'utf8').matchAll(/^\| `(\w+)` \| (on|off) \|/gm)].map(([, name, state]) => [
      name,
      state === 'on',
    ]);
    expect(Object.fromEntries(told)).toEqual(fuses);
  });
});
