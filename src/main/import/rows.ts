/** The rows of a checked file by what becomes of them, so that every count can be looked into before anything is written. */
import type { CheckedRow, ImportRowKind, ImportRows, ImportRowsQuery } from '../../shared/contract/imports.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import type { ImportColumn } from '../../shared/domain/import-columns.ts';
import type { ImportField } from '../../shared/domain/import-fields.ts';
import type { Actor } from '../data/scope.ts';
import { type Stretch, type TakenRow, takenRows, type ToldRow, toldRows } from '../data/staged-page.ts';
import { stagingFiles } from '../data/staging.ts';
import type { Parts } from '../parts.ts';
import { nextTurn } from '../ports/turn.ts';
import type { ImportRoom } from './room.ts';
import { optionsOf } from './stored-options.ts';
import { ownImport } from './view.ts';

/**
 * One page, in the order of the file. Rows that are taken can be looked at until they are written, the others for 30 days.
 * @throws AppError `not_found`; `not_checked`, retryable while it is being read.
 */
export async function readRows(
  parts: Parts,
  room: ImportRoom,
  actor: Actor,
  { id, kind, after, limit }: ImportRowsQuery,
): Promise<ImportRows> {
  const { columns } = lookedAt(parts, actor, id, kind);
  const files = stagingFiles(room.folder, id);
  const stretch = (from: number, most: number): Stretch<CheckedRow> => {
    if (kind === 'new' || kind === 'known') return shaped(takenRows(files.rows, kind === 'known' ? 1 : 0, from, most), toTaken);
    return shaped(toldRows(files.refused, kind, from, most), (row) => toTold(row, columns));
  };
  const rows: CheckedRow[] = [];
  let next: number | null = after;
  while (next !== null && rows.length < limit) {
    if (rows.length > 0 || next !== after) {
      await nextTurn();
      // Read again in another way meanwhile: these are other rows now.
      lookedAt(parts, actor, id, kind);
    }
    const some: Stretch<CheckedRow> = stretch(next, limit - rows.length);
    rows.push(...some.rows);
    next = some.next;
  }
  return { rows, next };
}

function lookedAt(parts: Parts, actor: Actor, id: string, kind: ImportRowKind): { columns: readonly ImportColumn[] } {
  const row = ownImport(parts, actor, id);
  const isThere = row.state === 'checked' || (row.state !== 'reading' && kind !== 'new' && kind !== 'known');
  if (!isThere) {
    throw conflict('not_checked', `Rows can be looked at while an import is checked; this one is ${row.state}.`, {
      retryable: row.state === 'reading',
    });
  }
  return { columns: optionsOf(row).reading?.columns ?? [] };
}

const shaped = <T>({ rows, next }: Stretch<T>, shape: (row: T) => CheckedRow): Stretch<CheckedRow> => ({ rows: rows.map(shape), next });

const toTaken = ({ line, phone, name, email, company, barred }: TakenRow): CheckedRow => ({
  line,
  name,
  phoneNumber: `+${phone}`,
  email: email ?? '',
  company: company ?? '',
  doNotCall: barred === 1,
  remark: null,
});

/** What stands in the row as it came, by what its columns are. */
function toTold({ line, column, value, reason, cells }: ToldRow, columns: readonly ImportColumn[]): CheckedRow {
  const cell = (field: ImportField) => {
    const at = columns.find((one) => one.field === field)?.index;
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
  const name = cell('name') || [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  const remark = { column, value, reason };
  return { line, name, phoneNumber: cell('phoneNumber'), email: cell('email'), company: cell('company'), doNotCall: false, remark };
}
