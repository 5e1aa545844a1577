import type { ImportColumn } from '../../../../shared/domain/import-columns.ts';
import type { ImportField } from '../../../../shared/domain/import-fields.ts';

/** The whole mapping with one column changed; what can be only one column leaves the one that it was. */
export function mapped(columns: readonly ImportColumn[], changed: ImportColumn, field: ImportField): Record<string, string> {
  const single = field !== 'customField' && field !== 'ignored';
  const fieldOf = (column: ImportColumn): ImportField => {
    if (column.index === changed.index) return field;
    return single && column.field === field ? 'customField' : column.field;
  };
  return Object.fromEntries(columns.map((column) => [column.header, fieldOf(column)]));
}

export const hasPhoneColumn = (columns: readonly Pick<ImportColumn, 'field'>[]): boolean =>
  columns.some(({ field }) => field === 'phoneNumber');
