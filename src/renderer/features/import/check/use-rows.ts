import { useState } from 'react';
import type { CheckedRow, Import, ImportRowKind } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import type { PagerProps } from '../../../components/pager.tsx';
import { useQuery } from '../../../lib/use-query.ts';

/** Rows of one page. */
const LIMIT = 50;

export interface RowPage extends PagerProps {
  rows: readonly CheckedRow[];
}

export interface Rows {
  shown: RowPage | null;
  error: unknown;
  isLoading: boolean;
  again: () => void;
}

/** How many rows of a kind there are; null where remarks, not rows, are listed. */
function totalOf({ imported, known, duplicates, invalid }: Import, kind: ImportRowKind): number | null {
  return { new: imported, known, duplicate: duplicates, invalid, warning: null }[kind];
}

/** The rows of a checked file by what becomes of them, a page at a time. `version`: raised when they may be others. */
export function useRows(taken: Import, kind: ImportRowKind, version: number): Rows {
  const list = `${taken.id} ${version} ${kind}`;
  // Where each page begins, as far as pages were reached.
  const [reached, setReached] = useState<{ list: string; page: number; starts: readonly number[] }>({ list, page: 1, starts: [0] });
  const { page, starts } = reached.list === list ? reached : { page: 1, starts: [0] };
  const after = starts[page - 1] ?? 0;
  const { data, error, isLoading, again } = useQuery(`${list} ${after}`, (signal) =>
    api.imports.rows({ id: taken.id, kind, after, limit: LIMIT }, { signal }),
  );
  if (!data) return { shown: null, error, isLoading, again };
  const { rows, next } = data;
  const seen = (page - 1) * LIMIT + rows.length;
  const total = totalOf(taken, kind);
  const onPage = (to: number) => setReached({ list, page: to, starts: next === null ? starts : [...starts.slice(0, page), next] });
  return {
    shown: {
      rows,
      page,
      pages: next === null ? page : page + 1,
      limit: LIMIT,
      count: rows.length,
      total: total ?? (next === null ? seen : seen + 1),
      totalIsExact: total !== null || next === null,
      onPage,
    },
    error,
    isLoading,
    again,
  };
}
