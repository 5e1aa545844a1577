import { Alert, Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { Import, ImportRowKind } from '../../../../shared/contract/imports.ts';
import { NO_COUNTRY_CODE } from '../../../../shared/domain/phone-number.ts';
import { ChooseFile } from '../../../components/choose-file.tsx';
import { fileWords } from '../../../words/import.ts';
import { mapped } from '../columns/column-mapping.ts';
import { ColumnsTable } from '../columns/columns-table.tsx';
import type { FileImport } from '../follow/use-file-import.ts';
import { CountStrip } from './count-strip.tsx';
import { rowsRefusedFor } from './country-claim.ts';
import { CountryFix } from './country-fix.tsx';
import { RowsPanel } from './rows-panel.tsx';

interface CheckedFileProps {
  from: FileImport;
  /** As it was read last. */
  checked: Import;
  busy: boolean;
  /** Said where no row is of use. */
  nobody: string;
  /** What each column is, where not the contacts' own columns are asked for. */
  columns?: ReactNode;
}

/** What becomes of every row of a file, in a dialog, before anything is written; and how it can be read otherwise. */
export function CheckedFile({ from, checked, busy, nobody, columns }: CheckedFileProps) {
  const [opened, setOpened] = useState<ImportRowKind | null>(null);
  const shown = opened ?? (checked.invalid > 0 ? 'invalid' : null);
  const lacksCountry = rowsRefusedFor(checked, NO_COUNTRY_CODE) > 0 || checked.defaultCountry !== null;
  return (
    <>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
        <Typography variant="subtitle1" noWrap title={checked.fileName} sx={{ flex: 1 }}>
          {checked.fileName}
        </Typography>
        <ChooseFile onFile={from.send} disabled={busy}>
          {fileWords.otherFile}
        </ChooseFile>
      </Stack>
      <CountStrip small checked={checked} shown={shown} onShow={setOpened} />
      {checked.imported + checked.known === 0 && <Alert severity="warning">{nobody}</Alert>}
      {shown !== null && (
        <Box sx={{ display: 'grid', flexShrink: 0, maxHeight: 288 }}>
          <RowsPanel taken={checked} kind={shown} version={from.checks} busy={busy} />
        </Box>
      )}
      {lacksCountry && <CountryFix checked={checked} busy={busy} onApply={(defaultCountry) => from.change({ defaultCountry })} />}
      {columns ?? <ContactColumns from={from} checked={checked} busy={busy} />}
    </>
  );
}

/** The columns of a list of people, each of which may be said to be another. */
function ContactColumns({ from, checked: { columns, remembered }, busy }: Pick<CheckedFileProps, 'from' | 'checked' | 'busy'>) {
  return (
    <ColumnsTable
      columns={columns}
      remembered={remembered}
      busy={busy}
      onMap={(column, field) => from.change({ mapping: mapped(columns, column, field) })}
    />
  );
}
