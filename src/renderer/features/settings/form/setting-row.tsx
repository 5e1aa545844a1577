import { Box, InputAdornment, TextField, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { FieldNote } from '../../../components/field-note.tsx';

interface SettingRowProps {
  label: string;
  /** What it does, in a sentence; gives way to what is wrong. */
  help: ReactNode;
  error?: string | undefined;
  /** The field holds an address, a name or a key. */
  wide?: boolean;
  /** The field: it carries the id, so that the label is its own, and is described by the help. */
  children: (id: string, describedBy: string) => ReactNode;
}

/** Wide and narrow rows stand below each other: by this they know their like. */
const ROW = 'rm-setting-row';

/** One setting: what it is and does on the left, its field on the right, so that the eye runs down a column. */
export function SettingRow({ label, help, error, wide = false, children }: SettingRowProps) {
  const fieldId = useId();
  const helpId = useId();
  return (
    <Box
      className={ROW}
      sx={{
        display: 'grid',
        gridTemplateColumns: wide ? 'minmax(200px, 1fr) minmax(0, 320px)' : 'minmax(0, 1fr) 200px',
        gap: 3,
        alignItems: 'center',
        px: 2,
        py: 1.5,
        [`.${ROW} + &`]: { borderTop: 1, borderColor: 'line.row' },
      }}
    >
      <div>
        <Typography component="label" htmlFor={fieldId} variant="subtitle2">
          {label}
        </Typography>
        <FieldNote id={helpId} problem={error}>
          {help}
        </FieldNote>
      </div>
      {children(fieldId, helpId)}
    </Box>
  );
}

export interface NumberRowProps extends Omit<SettingRowProps, 'children'> {
  unit?: string;
  placeholder?: string;
  field: { name: string; value: string; onChange: (event: React.ChangeEvent<HTMLInputElement>) => void; error: boolean };
}

/** A setting that is a number, with its unit behind it. */
export function NumberRow({ unit, placeholder, field, ...row }: NumberRowProps) {
  return (
    <SettingRow {...row}>
      {(id, describedBy) => (
        <TextField
          id={id}
          {...field}
          {...(placeholder !== undefined && { placeholder })}
          autoComplete="off"
          slotProps={{
            htmlInput: {
              'aria-describedby': describedBy,
              inputMode: 'decimal',
              sx: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
            },
            ...(unit !== undefined && { input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } }),
          }}
        />
      )}
    </SettingRow>
  );
}

interface TextRowProps extends Omit<SettingRowProps, 'children' | 'wide'> {
  placeholder?: string;
  type?: 'text' | 'tel' | 'url';
  field: NumberRowProps['field'];
}

/** A setting that is an address or a name. */
export function TextRow({ placeholder, type = 'text', field, ...row }: TextRowProps) {
  return (
    <SettingRow wide {...row}>
      {(id, describedBy) => (
        <TextField
          id={id}
          {...field}
          {...(placeholder !== undefined && { placeholder })}
          type={type}
          autoComplete="off"
          slotProps={{ htmlInput: { 'aria-describedby': describedBy, spellCheck: false } }}
        />
      )}
    </SettingRow>
  );
}
