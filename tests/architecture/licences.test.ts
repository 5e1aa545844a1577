/** What "About" says of the packages is what is installed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/licences.mjs', import.meta.url));
const { LIST, shippedPackages } = (await import(script)) as {
  LIST: string;
  shippedPackages: () => [name: string, version: string, licence: string][];
};

describe('the list of licences', () => {
  const shown = JSON.parse(readFileSync(LIST, 'utf8')) as string[][];

  it('names every package that is installed for the program; after a change run: npm run licences', () => {
    expect(shown).toEqual(shippedPackages());
  });

  it('holds what the program cannot be without, each with its licence, and no tool', () => {
    const names = new Set(shown.map(([name]) => name));
    expect(['react', 'better-sqlite3', 'electron', 'zod', '@mui/material'].filter((name) => !names.has(name))).toEqual([]);
    expect(['vitest', 'typescript', '@types/node', 'oxlint'].filter((name) => names.has(name))).toEqual([]);
    expect(shown.filter((row) => row.length !== 3 || row.some((text) => text === ''))).toEqual([]);
  });
});
