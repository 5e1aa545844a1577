import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Kept } from './kept.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringmaster-'));
  file = join(folder, 'kept.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING = { place: null, zoom: 1, isTrayTold: false, isKeyFileAgreed: false };

it('keeps what is told over a restart', () => {
  const kept = new Kept(file);
  expect(kept.now).toEqual(NOTHING);
  const place = { x: -10, y: 20, width: 1200, height: 800, isMaximised: true };
  kept.keep({ place });
  kept.keep({ isTrayTold: true });
  expect(new Kept(file).now).toEqual({ ...NOTHING, place, isTrayTold: true });
});

it.each(['', '{"place":', '[]', 'null'])('starts anew from a file that was broken: %j', (text) => {
  writeFileSync(file, text);
  expect(new Kept(file).now).toEqual(NOTHING);
});

it('leaves out what makes no sense, and keeps the rest', () => {
  writeFileSync(file, JSON.stringify({ place: { x: 'left' }, zoom: 1000, isTrayTold: true }));
  expect(new Kept(file).now).toEqual({ ...NOTHING, isTrayTold: true });
});
