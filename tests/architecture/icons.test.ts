/** The icons that are committed are those that are drawn: packing takes them as they lie, and nobody sees an old one there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/icons.mjs', import.meta.url));
const { drawIcons } = (await import(script)) as { drawIcons: () => Promise<Map<string, Buffer>> };

it('every icon is as build/icon.svg has it, and no other lies beside; after a change run: npm run icons', async () => {
  const drawn = await drawIcons();
  const differing = [...drawn].filter(([path, bytes]) => !existsSync(path) || !readFileSync(path).equals(bytes)).map(([path]) => path);
  expect(differing).toEqual([]);
  const lying = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((name) => /\.(png|ico|icns)$/.test(name));
  expect(lying.map((name) => `build/${name.replaceAll('\\', '/')}`).toSorted()).toEqual([...drawn.keys()].toSorted());
});
