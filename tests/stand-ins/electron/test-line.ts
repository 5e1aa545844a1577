/** The program's end of the line to the test that started it, and what that test gave it. */
import { GIVEN, type Given } from './given.ts';
import { Line } from './line.ts';

const USUAL: Given = { isPackaged: false, hasKeyRing: true, answers: [], screens: [{ x: 0, y: 0, width: 1920, height: 1040 }] };

export const given: Given = { ...USUAL, ...(JSON.parse(process.env[GIVEN] ?? '{}') as Partial<Given>) };

/** Where nobody listens (a second start), nothing is said. */
export const line = new Line((said) => {
  if (process.connected) process.send?.(said, () => undefined);
});
process.on('message', (said) => line.hear(said));
// A program whose test is gone must not stay.
process.on('disconnect', () => process.exit(1));
