/** A do-not-call list on its way in: which of its columns are taken. */
import type { Import } from '../../../../shared/contract/imports.ts';

/** The two columns of such a list, by their headers; empty where there is none. */
export interface ListColumns {
  phoneNumber: string;
  reason: string;
}

export const columnsOf = ({ columns }: Pick<Import, 'columns'>): ListColumns => ({
  phoneNumber: columns.find(({ field }) => field === 'phoneNumber')?.header ?? '',
  reason: columns.find(({ field }) => field === 'reason')?.header ?? '',
});

/** The mapping that makes of these columns the numbers and the reasons, and leaves out all others. One column is one of them alone. */
export function mappingOf({ columns }: Pick<Import, 'columns'>, chosen: ListColumns): Record<string, string> {
  const fields = columns.map(({ header }) => {
    if (header === chosen.phoneNumber) return [header, 'phoneNumber'];
    return [header, header === chosen.reason ? 'reason' : 'ignored'];
  });
  return Object.fromEntries(fields) as Record<string, string>;
}
