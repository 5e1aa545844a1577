/** Which column a person chose for what, by the header of the file: the next file of the same kind comes right by itself. */
import { headersKey } from '../../shared/domain/import-columns.ts';
import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Parts } from '../parts.ts';
import type { FileReading } from './read-messages.ts';

/** Kinds of files that are remembered for one person. */
const MOST = 50;

type Mappings = Record<string, ImportField[]>;

const keyOf = (userId: string) => `import-mappings.${userId}`;

export const rememberedMappings = ({ data }: Pick<Parts, 'data'>, userId: string): Mappings =>
  (data.settings.read(keyOf(userId)) as Mappings | undefined) ?? {};

/** Remembers a mapping that a person chose, in the place of the oldest. */
export function rememberMappingTx(parts: Parts, userId: string, { columns, hasHeader }: FileReading): void {
  if (!hasHeader) return;
  const key = headersKey(columns);
  const { [key]: _, ...others } = rememberedMappings(parts, userId);
  const kept = Object.entries(others).slice(-(MOST - 1));
  const all = Object.fromEntries([...kept, [key, columns.map(({ field }) => field)]]);
  parts.data.settings.writeTx(keyOf(userId), all, parts.clock.now());
}
