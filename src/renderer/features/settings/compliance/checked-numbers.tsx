import {
  Autocomplete,
  Box,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { COUNTRIES, countryName } from '../../../lib/countries.ts';
import { number } from '../../../lib/format.ts';
import { importList } from '../../../words/settings/compliance.ts';
import { columnsOf, type ListColumns, mappingOf, SHOWN_ROWS } from './list-import.ts';

interface CheckedNumbersProps {
  taken: Import;
  busy: boolean;
  /** Reads the file again in another way. */
  onChange: (choices: ImportChoices) => void;
}

/** What becomes of each row of a list, and how it may be read otherwise. */
export function CheckedNumbers({ taken, busy, onChange }: CheckedNumbersProps) {
  const columns = columnsOf(taken);
  const choose = (part: Partial<ListColumns>) => onChange({ mapping: mappingOf(taken, { ...columns, ...part }) });
  return (
    <>
      <Sums taken={taken} />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <ColumnField
          label={importList.numberColumn}
          taken={taken}
          value={columns.phoneNumber}
          busy={busy}
          onChange={(phoneNumber) => choose({ phoneNumber })}
        />
        <ColumnField
          label={importList.reasonColumn}
          taken={taken}
          value={columns.reason}
          busy={busy}
          none
          onChange={(reason) => choose({ reason })}
        />
      </Box>
      <Autocomplete
        options={COUNTRIES}
        value={taken.defaultCountry}
        disabled={busy}
        getOptionLabel={countryName}
        onChange={(_, defaultCountry) => onChange({ defaultCountry })}
        renderInput={(params) => <TextField {...params} label={importList.country} placeholder={importList.noCountry} />}
      />
      {taken.refused.length > 0 && <RefusedRows taken={taken} />}
    </>
  );
}

function Sums({ taken: { rows, imported, known, duplicates, invalid } }: { taken: Import }) {
  const sums = [
    [importList.rows, rows],
    [importList.fresh, imported],
    [importList.known, known],
    [importList.twice, duplicates],
    [importList.refused, invalid],
  ] as const;
  return (
    <Box
      role="group"
      aria-label={importList.sums}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(5, 1fr)',
        border: 1,
        borderColor: 'divider',
        borderRadius: '8px',
        bgcolor: 'background.sunken',
      }}
    >
      {sums.map(([word, value], place) => (
        <Box key={word} sx={{ px: 1.5, py: 1, ...(place > 0 && { borderLeft: 1, borderColor: 'divider' }) }}>
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {word}
          </Typography>
          <Typography variant="figure">{number(value)}</Typography>
        </Box>
      ))}
    </Box>
  );
}

interface ColumnFieldProps {
  label: string;
  taken: Import;
  value: string;
  busy: boolean;
  /** Whether there may be no such column. */
  none?: boolean;
  onChange: (header: string) => void;
}

function ColumnField({ label, taken: { columns }, value, busy, none = false, onChange }: ColumnFieldProps) {
  return (
    <TextField
      select
      label={label}
      value={value}
      disabled={busy}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ select: { displayEmpty: true } }}
    >
      {(none || value === '') && <MenuItem value="">{importList.noColumn}</MenuItem>}
      {columns.map(({ index, header, samples }) => (
        <MenuItem key={index} value={header}>
          {header}
          {samples[0] !== undefined && (
            <Box component="span" sx={{ ml: 1, color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {samples[0]}
            </Box>
          )}
        </MenuItem>
      ))}
    </TextField>
  );
}

function RefusedRows({ taken: { refused, duplicates, invalid } }: { taken: Import }) {
  const rows = refused.slice(0, SHOWN_ROWS);
  const more = duplicates + invalid - rows.length;
  return (
    <div>
      <TableContainer
        tabIndex={0}
        role="region"
        aria-label={importList.refusedTable}
        sx={{ maxHeight: 200, border: 1, borderColor: 'divider', borderRadius: '8px', '&:focus-visible': { outlineOffset: '-2px' } }}
      >
        <Table stickyHeader size="small" sx={{ tableLayout: 'fixed' }}>
          <TableHead>
            <TableRow>
              <TableCell align="right" sx={{ width: 64 }}>
                {importList.line}
              </TableCell>
              <TableCell sx={{ width: '36%' }}>{importList.value}</TableCell>
              <TableCell>{importList.why}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ line, value, reason }) => (
              <TableRow key={line}>
                <TableCell align="right" sx={{ color: 'text.secondary' }}>
                  {number(line)}
                </TableCell>
                <TableCell sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{value}</TableCell>
                <TableCell sx={{ color: 'text.secondary' }}>{reason}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {more > 0 && (
        <Typography variant="caption" component="div" sx={{ mt: 0.5, color: 'text.secondary' }}>
          {importList.more(more)}
        </Typography>
      )}
    </div>
  );
}
