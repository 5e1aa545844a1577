import { Box, MenuItem, Select, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { ImportColumn } from '../../../../shared/domain/import-columns.ts';
import { IMPORT_FIELDS, type ImportField } from '../../../../shared/domain/import-fields.ts';
import { Panel } from '../../../components/panel.tsx';
import { columnsWords } from '../../../words/import.ts';

/** A reason is only asked of a do-not-call list. */
const OFFERED = IMPORT_FIELDS.filter((field) => field !== 'reason');
/** Values shown below a header. */
const SHOWN = 3;

interface ColumnsTableProps {
  columns: readonly ImportColumn[];
  /** As they were chosen for an earlier file. */
  remembered: boolean;
  busy: boolean;
  onMap: (column: ImportColumn, field: ImportField) => void;
}

/** Each column with what stands in it, what it is taken for, and what becomes of it. */
export function ColumnsTable({ columns, remembered, busy, onMap }: ColumnsTableProps) {
  return (
    <Panel title={columnsWords.title} note={remembered ? columnsWords.remembered : columnsWords.note} sx={{ minWidth: 0 }}>
      <TableContainer>
        <Table sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              <TableCell>{columnsWords.column}</TableCell>
              <TableCell sx={{ width: 176 }}>{columnsWords.field}</TableCell>
              <TableCell sx={{ width: '34%' }}>{columnsWords.becomes}</TableCell>
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

function ColumnRow({ column, busy, onMap }: { column: ImportColumn } & Pick<ColumnsTableProps, 'busy' | 'onMap'>) {
  const { header, field, samples } = column;
  const filled = samples.filter((sample) => sample.trim() !== '');
  const told = filled.length === 0 ? columnsWords.empty : filled.slice(0, SHOWN).join(' · ');
  return (
    <TableRow sx={{ '& td': { height: 56 } }}>
      <TableCell>
        <Typography variant="subtitle2" noWrap title={header}>
          {header}
        </Typography>
        <Typography variant="caption" component="div" noWrap title={filled.join('\n')} sx={{ color: 'text.secondary' }}>
          {told}
        </Typography>
      </TableCell>
      <TableCell>
        <Select
          size="small"
          fullWidth
          value={field}
          disabled={busy}
          onChange={({ target }) => onMap(column, target.value)}
          slotProps={{ input: { 'aria-label': columnsWords.fieldOf(header) } }}
          sx={field === 'customField' || field === 'ignored' ? { color: 'text.secondary' } : {}}
        >
          {OFFERED.map((name) => (
            <MenuItem key={name} value={name}>
              {columnsWords.fields[name]}
            </MenuItem>
          ))}
        </Select>
      </TableCell>
      <TableCell sx={{ color: 'text.secondary' }}>
        <Box title={columnsWords.becomesOf[field]} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {columnsWords.becomesOf[field]}
        </Box>
      </TableCell>
    </TableRow>
  );
}
