import { Box, MenuItem, Select, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { Import } from '../../../shared/contract/imports.ts';
import type { ImportColumn } from '../../../shared/domain/import-columns.ts';
import { IMPORT_FIELDS, type ImportField } from '../../../shared/domain/import-fields.ts';
import { Panel } from '../../components/panel.tsx';
import { columnsWords } from '../../words/import.ts';

/** A reason is only asked of a do-not-call list. */
const OFFERED = IMPORT_FIELDS.filter((field) => field !== 'reason');

interface ColumnsPanelProps {
  taken: Import;
  busy: boolean;
  onMap: (column: ImportColumn, field: ImportField) => void;
}

/** What each column was taken for, with what stands in it: shown, so that nothing is guessed in silence, and to be changed. */
export function ColumnsPanel({ taken: { columns }, busy, onMap }: ColumnsPanelProps) {
  return (
    <Panel title={columnsWords.title} note={columnsWords.note} sx={{ flexShrink: 0 }}>
      <TableContainer>
        <Table sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ width: '30%' }}>{columnsWords.column}</TableCell>
              <TableCell sx={{ width: 200 }}>{columnsWords.field}</TableCell>
              <TableCell>{columnsWords.samples}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {columns.map((column) => (
              <ColumnRow key={column.index} column={column} busy={busy} onMap={onMap} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Panel>
  );
}

function ColumnRow({ column, busy, onMap }: { column: ImportColumn } & Pick<ColumnsPanelProps, 'busy' | 'onMap'>) {
  const { header, field, samples } = column;
  const filled = samples.filter((sample) => sample.trim() !== '');
  const told = filled.length === 0 ? columnsWords.empty : filled.join(', ');
  return (
    <TableRow>
      <TableCell sx={{ fontWeight: 500, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={header}>
        {header}
      </TableCell>
      <TableCell>
        <Select
          size="small"
          fullWidth
          value={field}
          disabled={busy}
          onChange={({ target }) => onMap(column, target.value)}
          slotProps={{ input: { 'aria-label': columnsWords.fieldOf(header) } }}
          sx={{ my: 0.5, ...(field === 'customField' && { color: 'text.secondary' }) }}
        >
          {OFFERED.map((name) => (
            <MenuItem key={name} value={name}>
              {columnsWords.fields[name]}
            </MenuItem>
          ))}
        </Select>
      </TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>
        <Box title={told} sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {told}
        </Box>
      </TableCell>
    </TableRow>
  );
}
