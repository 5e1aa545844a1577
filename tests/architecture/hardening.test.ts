/** What the sources of the desktop program must not say: each would open what docs/security.md says is shut. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'src/main/hosts/desktop';
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }));
const saying = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

describe('the desktop program', () => {
  it.each([
    [
      'switches a guard of Chromium off',
      /webSecurity|allowRunningInsecureContent|allowpopups|disable-web-security|'no-sandbox'|ignore-certificate-errors/,
    ],
    ['switches on what Chromium has not finished', /enableBlinkFeatures|experimentalFeatures/],
    ['gives a page Node', /nodeIntegration(InWorker|InSubFrames)?:\s*true|sandbox:\s*false|contextIsolation:\s*false|webviewTag:\s*true/],
    ['reaches from a page into this process', /@electron\/remote|enableRemoteModule/],
    ['loads from a file or from elsewhere', /loadFile\(|file:\/\/|loadURL\(\s*['"`]http/],
    ['runs itself as plain Node, which a fuse forbids', /ELECTRON_RUN_AS_NODE|\bfork\(/],
  ])('never %s', (_what, pattern) => {
    expect(saying(pattern)).toEqual([]);
  });

  it('hands pages nothing of Electron itself: one bridge, whose functions are its own', () => {
    expect(saying(/exposeInMainWorld\(/)).toEqual(['preload.ts']);
    const preload = sources.find(({ name }) => name === 'preload.ts')!.text;
    expect(preload.match(/exposeInMainWorld\([^)]*\)/g)).toEqual(["exposeInMainWorld('bridge', bridge)"]);
    expect(preload).not.toMatch(/:\s*ipcRenderer\b|\.\.\.ipcRenderer/);
  });

  it('asks who sent it of every message that it listens to', () => {
    const deaf = sources.filter(({ text }) => {
      const listens = text.match(/ipcMain\.(on|handle|once)\(/g)?.length ?? 0;
      const asks = text.match(/isTrustedSender\(/g)?.length ?? 0;
      return listens > asks;
    });
    expect(deaf.map(({ name }) => name)).toEqual([]);
  });

  it('is packed with the Electron that it was written for, and never with an older one', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
    expect(readFileSync('electron-builder.yml', 'utf8')).toContain(`\nelectronVersion: ${devDependencies['electron']}\n`);
    // Of the major whose Chromium the build is for; Electron mends its last three.
    expect(readFileSync('scripts/build.mjs', 'utf8')).toContain("target: 'chrome156'");
    expect(Number(devDependencies['electron']?.split('.')[0])).toBeGreaterThanOrEqual(45);
  });
});
