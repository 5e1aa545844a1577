// What packages there are: the systems and processors, the forms for each, and by which names the parts come that are not the same on all.
import { join } from 'node:path';
import { ROOT, read } from '../lib.mjs';

/** Each system by its name in Node: what it is called in electron-builder.yml, its forms, and how ngrok names its packages for it. */
const SYSTEMS = {
  win32: { key: 'win', formats: ['nsis'], ngrok: (arch) => `win32-${arch}-msvc` },
  darwin: { key: 'mac', formats: ['dmg', 'zip'], ngrok: (arch) => `darwin-${arch}` },
  linux: { key: 'linux', formats: ['AppImage', 'deb'], ngrok: (arch) => `linux-${arch}-gnu` },
};
const ARCHS = ['x64', 'arm64'];

/**
 * Every target: `name` as `win-x64`, `system` and `arch` as Node calls them, `formats` of the package, and `natives`, the native files
 * that it must hold, below the program's own folder.
 */
export const TARGETS = Object.entries(SYSTEMS).flatMap(([system, { key, formats, ngrok }]) =>
  ARCHS.map((arch) => ({
    name: `${key}-${arch}`,
    key,
    system,
    arch,
    formats,
    natives: [
      `node_modules/@ngrok/ngrok-${ngrok(arch)}/ngrok.${ngrok(arch)}.node`,
      `node_modules/better-sqlite3/prebuilds/${system}-${arch}.node`,
    ],
  })),
);

/** ngrok's packages for every system, by package-lock.json: the native file that each one brings. npm lays down only that of this machine. */
export function ngrokFiles() {
  const { packages } = JSON.parse(read(join(ROOT, 'package-lock.json')));
  const names = Object.keys(packages).filter((path) => path.startsWith('node_modules/@ngrok/ngrok-'));
  return names.map((path) => `${path}/ngrok.${path.slice('node_modules/@ngrok/ngrok-'.length)}.node`);
}
