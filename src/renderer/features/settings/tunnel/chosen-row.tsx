import { MenuItem, TextField } from '@mui/material';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { SettingRow } from '../form/setting-row.tsx';
import type { Form } from '../form/use-form.ts';
import type { TunnelValues } from './tunnel-values.ts';

export interface KindFieldsProps {
  form: Form<TunnelValues>;
  tunnel: Tunnel;
  /** Something was changed that no form saves. */
  onChanged: (tunnel: Tunnel) => void;
}

interface ChosenRowProps {
  form: Form<TunnelValues>;
  name: keyof TunnelValues;
  label: string;
  help: string;
  choices: readonly (readonly [value: string, word: string])[];
}

/** A setting that is one of a few words. */
export function ChosenRow({ form, name, label, help, choices }: ChosenRowProps) {
  return (
    <SettingRow wide label={label} help={help} error={form.errors[name]}>
      {(id, describedBy) => (
        <TextField
          {...form.text(name)}
          select
          id={id}
          slotProps={{ select: { SelectDisplayProps: { 'aria-label': label, 'aria-describedby': describedBy } } }}
        >
          {choices.map(([value, word]) => (
            <MenuItem key={value} value={value}>
              {word}
            </MenuItem>
          ))}
        </TextField>
      )}
    </SettingRow>
  );
}
