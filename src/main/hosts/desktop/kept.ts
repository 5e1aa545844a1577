/**
 * What the program keeps of itself on this computer: where its window was, and what it has already said or asked. A file beside the
 * data, since none of it belongs to a person, and some of it is needed before the data are opened.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const KeptShape = z.object({
  place: z
    .object({ x: z.number(), y: z.number(), width: z.number().min(1), height: z.number().min(1), isMaximised: z.boolean() })
    .nullable()
    .catch(null),
  zoom: z.number().min(0.25).max(5).catch(1),
  /** That closing the window leaves the program in the tray was said. */
  isTrayTold: z.boolean().catch(false),
  /** A key file was agreed to, where the system keeps no keys. */
  isKeyFileAgreed: z.boolean().catch(false),
});
export type KeptState = z.infer<typeof KeptShape>;

const NOTHING = KeptShape.parse({});

export class Kept {
  private readonly file: string;
  private state: KeptState;

  /** @param file need not be there; one that cannot be read counts as empty. */
  constructor(file: string) {
    this.file = file;
    this.state = readKept(file);
  }

  get now(): Readonly<KeptState> {
    return this.state;
  }

  /** Throws nothing: what cannot be kept is asked or said once more. */
  keep(part: Partial<KeptState>): void {
    this.state = { ...this.state, ...part };
    try {
      writeFileSync(`${this.file}.new`, JSON.stringify(this.state), { mode: 0o600 });
      renameSync(`${this.file}.new`, this.file);
    } catch {
      // A full disk is told by the engine.
    }
  }
}

function readKept(file: string): KeptState {
  try {
    return KeptShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return NOTHING;
  }
}
