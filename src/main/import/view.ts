/** An import as screens and scripts see it. */
import type { Import, RefusedRow } from '../../shared/contract/imports.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import { usableRows } from '../../shared/domain/import-sums.ts';
import type { ImportRow } from '../data/import-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import { openRefused, stagingFiles } from '../data/staging.ts';
import type { Parts } from '../parts.ts';
import type { ImportRoom } from './room.ts';
import { optionsOf, type StoredOptions } from './stored-options.ts';

/** Refused rows that are told with the import; the rest is in the CSV. */
const TOLD = 1_000;

/** One's own import. @throws AppError `not_found`. */
export function ownImport(parts: Parts, actor: Actor, id: string): ImportRow {
  const row = parts.data.imports.get(ownScope(actor), id);
  if (!row) throw notFound('import');
  return row;
}

/** The import as it stands now, with the first refused rows. */
export function readImport(parts: Parts, room: ImportRoom, actor: Actor, id: string): Import {
  const row = ownImport(parts, actor, id);
  const { state, target, campaignId, fileName, bytes, rows, imported, known, duplicates, invalid, warnings, error } = row;
  return {
    id,
    state,
    target,
    campaignId,
    fileName,
    bytes,
    ...readingOf(optionsOf(row)),
    rows: room.progressOf(id)?.rows ?? rows,
    imported,
    known,
    duplicates,
    invalid,
    warnings,
    doNotCall: sumOf(optionsOf(row)),
    reasons: optionsOf(row).findings?.reasons ?? [],
    added: optionsOf(row).added ?? 0,
    progress: progressOf(room, row),
    refused: state === 'reading' ? [] : firstRefused(room, id),
    refusedUrl: state !== 'reading' && duplicates + invalid > 0 ? `/api/imports/${id}/refused` : null,
    error,
    createdAt: new Date(row.createdAt),
    finishedAt: row.finishedAt === null ? null : new Date(row.finishedAt),
  };
}

function readingOf({ choices, reading }: StoredOptions) {
  return {
    encoding: reading?.encoding ?? choices.encoding ?? null,
    delimiter: reading?.delimiter ?? choices.delimiter ?? null,
    hasHeader: reading?.hasHeader ?? choices.hasHeader ?? null,
    columns: reading?.columns ?? [],
    remembered: reading?.remembered ?? false,
    defaultCountry: choices.defaultCountry ?? null,
    knownContacts: choices.knownContacts ?? 'keep',
    refuseUnassigned: choices.refuseUnassigned ?? false,
  };
}

/** How many of those that are taken are on the do-not-call list. */
const sumOf = ({ findings }: StoredOptions) =>
  (findings?.people ?? []).reduce((sum, { doNotCall, people }) => sum + (doNotCall === 1 ? people : 0), 0);

/** Of the reading, the share of bytes; of the writing, the share of rows. */
function progressOf(room: ImportRoom, row: ImportRow): number {
  if (row.state === 'reading') return Math.min((room.progressOf(row.id)?.bytes ?? 0) / Math.max(row.bytes, 1), 1);
  if (row.state !== 'writing') return row.finishedAt !== null || row.state === 'checked' ? 1 : 0;
  return Math.min(row.writtenUpTo / Math.max(stepsOf(row), 1), 1);
}

/** Rows that the writing goes over: every usable one, and once more where it becomes an item of a campaign. */
const stepsOf = (row: Pick<ImportRow, 'target' | 'rows' | 'duplicates' | 'invalid'>) => usableOf(row) * (fillsCampaign(row) ? 2 : 1);

/** Rows with a usable number, once each: told by what was refused, for `imported` and `known` are counted anew while writing. */
export const usableOf = ({ rows, duplicates, invalid }: Pick<ImportRow, 'rows' | 'duplicates' | 'invalid'>) =>
  usableRows({ imported: rows - duplicates - invalid, known: 0 });

export const fillsCampaign = ({ target }: Pick<ImportRow, 'target'>) => target === 'campaign' || target === 'people';

function firstRefused(room: ImportRoom, id: string): RefusedRow[] {
  const file = openRefused(stagingFiles(room.folder, id).refused);
  if (!file) return [];
  try {
    return file
      .page(0, TOLD)
      .map(({ line, column, value, reason, kind }) => ({ line, column, value, reason, kind: kind as RefusedRow['kind'] }));
  } finally {
    file.close();
  }
}
