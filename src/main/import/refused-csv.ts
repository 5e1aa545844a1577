/** Every duplicate and invalid row of an import as CSV: where and why, then the row as it came, so that it can be mended and sent again. */
import { notFound } from '../../shared/domain/app-error.ts';
import { BYTE_ORDER_MARK, csvRows } from '../../shared/domain/csv-rows.ts';
import type { Actor } from '../data/scope.ts';
import { openRefused, stagingFiles } from '../data/staging.ts';
import type { Parts } from '../parts.ts';
import type { ImportRoom } from './room.ts';
import { ownImport } from './view.ts';

const PAGE = 500;
const COLUMNS = ['line', 'column', 'value', 'reason'];

/**
 * The CSV in pieces, with a byte-order mark, so that spreadsheets read the accents; formulas are escaped.
 * @throws AppError `not_found` also where the rows were cleared away, 30 days after the end.
 */
export function refusedCsv(parts: Parts, room: ImportRoom, actor: Actor, id: string): Iterable<string> {
  ownImport(parts, actor, id);
  const { refused } = stagingFiles(room.folder, id);
  openRefused(refused)?.close();
  return pieces(refused);
}

function* pieces(path: string): Generator<string, void> {
  const file = openRefused(path);
  if (!file) throw notFound('list of refused rows');
  try {
    yield BYTE_ORDER_MARK + csvRows([[...COLUMNS, ...file.headers]]);
    for (let after = 0; ; ) {
      const rows = file.page(after, PAGE);
      if (rows.length > 0)
        yield csvRows(rows.map(({ line, column, value, reason, cells }) => [String(line), column, value, reason, ...cells]));
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.id ?? after;
    }
  } finally {
    file.close();
  }
}
