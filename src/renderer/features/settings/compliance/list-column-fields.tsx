import { Box, MenuItem, TextField } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { importList } from '../../../words/settings/compliance.ts';
import { columnsOf, type ListColumns, mappingOf } from './list-import.ts';

interface ListColumnFieldsProps {
  checked: Import;
  busy: boolean;
  onMap: (mapping: Record<string, string>) => void;
}

/** Which of the columns are the two that such a list has. */
export function ListColumnFields({ checked, busy, onMap }: ListColumnFieldsProps) {
  const columns = columnsOf(checked);
  const choose = (part: Partial<ListColumns>) => onMap(mappingOf(checked, { ...columns, ...part }));
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
      <ColumnField
        label={importList.numberColumn}
        checked={checked}
        value={columns.phoneNumber}
        busy={busy}
        onChange={(phoneNumber) => choose({ phoneNumber })}
      />
      <ColumnField
        label={importList.reasonColumn}
        checked={checked}
        value={columns.reason}
        busy={busy}
        none
        onChange={(reason) => choose({ reason })}
      />
    </Box>
  );
}

interface ColumnFieldProps {
  label: string;
  checked: Import;
  value: string;
  busy: boolean;
  /** Whether there may be no such column. */
  none?: boolean;
  onChange: (header: string) => void;
}

function ColumnField({ label, checked: { columns }, value, busy, none = false, onChange }: ColumnFieldProps) {
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
