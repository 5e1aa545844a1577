/** How a person had a file read, by its header: the next file of the same kind comes right by itself. */
import { headersKey } from '../../shared/domain/import-columns.ts';
import type { ImportOptions } from '../../shared/domain/import-options.ts';
import type { Parts } from '../parts.ts';
import type { FileReading, RememberedReading } from './read-messages.ts';
import { hasPhoneColumn } from './recognise.ts';

/** Kinds of files that are remembered for one person. */
const MOST = 50;

type Remembered = Record<string, RememberedReading>;

const keyOf = (userId: string) => `import-mappings.${userId}`;

export const rememberedReadings = ({ data }: Pick<Parts, 'data'>, userId: string): Remembered =>
  (data.settings.read(keyOf(userId)) as Remembered | undefined) ?? {};

/** Remembers what a person chose about the reading of a file, in the place of the oldest; nothing where nothing was chosen. */
export function rememberReadingTx(parts: Parts, userId: string, { columns, hasHeader }: FileReading, chosen: ImportOptions): void {
  const { mapping, encoding, delimiter } = chosen;
  if (mapping === undefined && encoding === undefined && delimiter === undefined) return;
  // Without a header no other file is known to be of this kind; without numbers it would be refused.
  if (!hasHeader || !hasPhoneColumn(columns)) return;
  const key = headersKey(columns);
  const { [key]: _, ...others } = rememberedReadings(parts, userId);
  const kept = Object.entries(others).slice(-(MOST - 1));
  const fields = columns.map(({ field }) => field);
  const all = Object.fromEntries([...kept, [key, { fields, ...(encoding && { encoding }), ...(delimiter && { delimiter }) }]]);
  parts.data.settings.writeTx(keyOf(userId), all, parts.clock.now());
}
