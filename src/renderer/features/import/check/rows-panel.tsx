import { Box, Stack } from '@mui/material';
import type { Import, ImportRowKind } from '../../../../shared/contract/imports.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { Panel } from '../../../components/panel.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { number } from '../../../lib/format.ts';
import { rowsWords } from '../../../words/import.ts';
import { DownloadRefused } from './download-refused.tsx';
import { RowsTable } from './rows-table.tsx';
import { useRows } from './use-rows.ts';

interface RowsPanelProps {
  taken: Import;
  kind: ImportRowKind;
  /** Raised when the rows may be others. */
  version: number;
  busy: boolean;
}

/** The rows behind one count, each with its line in the file and, where it was refused, the cell and the reason. */
export function RowsPanel({ taken, kind, version, busy }: RowsPanelProps) {
  const { shown, error, isLoading, again } = useRows(taken, kind, version);
  const isRefused = kind === 'invalid' || kind === 'duplicate';
  return (
    <Panel
      title={rowsWords.title[kind]}
      {...(shown && shown.totalIsExact && { note: number(shown.total) })}
      actions={isRefused && <DownloadRefused taken={taken} />}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 }}
    >
      <Stack aria-busy={busy} sx={{ flex: 1, minHeight: 0, ...(busy && { opacity: 0.6 }) }}>
        {error !== null && !busy && (
          <Box sx={{ p: 2 }}>
            <Fault error={error} onRetry={again} />
          </Box>
        )}
        {isLoading && <RowSkeletons />}
        {shown && shown.rows.length === 0 && <NothingHere>{rowsWords.none[kind]}</NothingHere>}
        {shown && shown.rows.length > 0 && (
          <>
            <RowsTable rows={shown.rows} kind={kind} fields={new Set(taken.columns.map(({ field }) => field))} />
            <Pager {...shown} />
          </>
        )}
      </Stack>
    </Panel>
  );
}
