/** What the program starts on where its admin is there from the beginning. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '../../src/main/accounts/password.ts';
import { DATABASE_FILE } from '../../src/main/data/open.ts';
import { anAdmin, CHEAP } from '../helpers/builders.ts';
import { openKeptWorld } from '../helpers/kept-world.ts';

/**
 * A database with one admin and nothing else, in a folder of its own. Answers the folder and the file. Almost every
 * test signs in several times, each time for a fifth of a second of the machine's: this password's hash carries the cheapest cost.
 */
export async function installed({ email, password }: { email: string; password: string }): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-installed-'));
  const world = openKeptWorld(folder, Date.now());
  anAdmin(world, { email, name: email.split('@')[0] ?? email, passwordHash: await hashPassword(world.ids, password, CHEAP) });
  world.close();
  return { folder, file: join(folder, DATABASE_FILE) };
}
