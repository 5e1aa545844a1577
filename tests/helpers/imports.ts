/** An importer over a world, with its worker in a real thread, and files to give it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../src/main/data/open.ts';
import { FileImporter } from '../../src/main/import/importer.ts';
import type { ImportIntent, ImportUpload } from '../../src/main/ports/import.ts';
import type { Actor } from '../../src/main/data/scope.ts';
import type { Import } from '../../src/shared/contract/imports.ts';
import type { CampaignSettings } from '../../src/shared/contract/campaigns.ts';
import type { World } from './builders.ts';

export const importerOf = (world: World) =>
  new FileImporter(world, { dataDir: world.dataDir, databaseFile: join(world.dataDir, DATABASE_FILE) });

/** A file as an upload that the import may delete. */
export function upload(world: World, content: string | Uint8Array, choices?: ImportUpload['choices']): ImportUpload {
  const path = join(mkdtempSync(join(world.dataDir, 'upload-')), 'list.csv');
  writeFileSync(path, content);
  return { path, fileName: 'list.csv', owned: true, ...(choices ? { choices } : {}) };
}

export const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

/** Imports a whole file and answers when it is in. */
export async function importFile(
  world: World,
  actor: Actor,
  content: string | Uint8Array,
  { intent = { target: 'contacts' }, choices }: { intent?: ImportIntent; choices?: ImportUpload['choices'] } = {},
): Promise<Import> {
  const importer = importerOf(world);
  const { import: begun } = await importer.importAll(actor, upload(world, content, choices), intent);
  await importer.idle();
  return importer.get(actor, begun.id);
}

/** Settings of a campaign that calls every day from 09:00 to 18:00 in UTC. */
export const settings = (agentId: string, given: Partial<CampaignSettings> = {}): CampaignSettings => ({
  name: 'Spring offer',
  agentId,
  nextAction: 'Offer a demo',
  firstCallTime: '09:00',
  lastCallTime: '18:00',
  timeZone: 'UTC',
  ...given,
});

export interface StoredContact {
  phone: string;
  name: string;
  email: string | null;
  company: string | null;
  time_zone: string | null;
  custom_fields: string;
}

/** The user's contacts that are not deleted, by number. */
export const contactsOf = ({ data }: World, { userId }: Actor) =>
  data.database.sqlite
    .prepare(
      'SELECT phone, name, email, company, time_zone, custom_fields FROM contacts WHERE user_id = ? AND deleted_at IS NULL ORDER BY phone',
    )
    .all(userId) as StoredContact[];
