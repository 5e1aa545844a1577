// The licences of all that the packages hold, in full, as one file beside the program. Which packages those are: scripts/licences.mjs.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '../lib.mjs';
import { shippedFolders } from '../licences.mjs';

const IS_LICENCE = /^(licen[cs]e|copying|notice)/i;

/** What a package's folder says of its licence; empty where it only names it. */
function textOf(folder) {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && IS_LICENCE.test(entry.name));
  return files.map(({ name }) => read(join(folder, name)).replaceAll('\r\n', '\n').trim()).join('\n\n');
}

const LINE = '-'.repeat(78);
const HEAD = `Ringmaster is made with the packages below. Each stands under its own licence, which follows it; a text that several share stands once.
Electron and Chromium bring their licences in files of their own.`;

/** The text of the file, and of how many packages it speaks. */
export function licenceTexts() {
  const byText = new Map();
  const packages = [...shippedFolders()].toSorted(([, a], [, b]) => (a.join() < b.join() ? -1 : 1));
  for (const [folder, [name, version, licence]] of packages) {
    const text = textOf(folder) || `Licence: ${licence} (the package names it and holds no text of it)`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const parts = [...byText].map(([text, names]) => `${LINE}\n${[...new Set(names)].join('\n')}\n${LINE}\n\n${text}\n`);
  return { text: `${HEAD}\n\n${parts.join('\n')}`, packages: packages.length };
}
