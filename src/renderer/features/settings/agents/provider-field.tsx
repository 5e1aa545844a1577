import { ListItemText, MenuItem, TextField } from '@mui/material';
import { useRef } from 'react';
import { PROVIDERS, type ProviderName } from '../../../../shared/domain/states.ts';
import { useProviders } from '../../../app/providers.ts';
import { useUser } from '../../../app/session/session.ts';
import { landmarkOf } from '../../../components/landmark-of.ts';
import { agents as words } from '../../../words/settings/agents.ts';

interface ProviderFieldProps {
  value: ProviderName;
  /** An agent that is there stays with its provider. */
  isFixed: boolean;
  onChange: (provider: ProviderName) => void;
}

/** Who makes the calls; what is not set up cannot be chosen, and says why. */
export function ProviderField({ value, isFixed, onChange }: ProviderFieldProps) {
  const { role } = useUser();
  const field = useRef<HTMLDivElement>(null);
  const { data } = useProviders();
  const isSetUp = (name: ProviderName) => data?.find((one) => one.name === name)?.isSetUp ?? name === value;
  return (
    <TextField
      select
      name="provider"
      label={words.provider}
      required={!isFixed}
      disabled={isFixed}
      value={value}
      onChange={(event) => onChange(event.target.value as ProviderName)}
      helperText={isFixed ? words.providerStays : words.providerHelp[value]}
      ref={field}
      // What cannot be changed is still there to be read.
      sx={{
        '& .Mui-disabled.MuiSelect-select': { WebkitTextFillColor: 'var(--rm-palette-text-secondary)' },
        '& .MuiFormLabel-root.Mui-disabled': { color: 'text.primary' },
      }}
      slotProps={{ select: { renderValue: () => words.providers[value], MenuProps: { container: () => landmarkOf(field.current) } } }}
    >
      {PROVIDERS.map((name) => (
        <MenuItem key={name} value={name} disabled={!isSetUp(name)} sx={{ '&.Mui-disabled': { opacity: 1, color: 'text.secondary' } }}>
          <ListItemText
            primary={words.providers[name]}
            secondary={isSetUp(name) ? words.providerHelp[name] : words.notSetUp(role === 'admin')}
            slotProps={{ primary: { variant: 'body2' }, secondary: { variant: 'caption', sx: { color: 'text.secondary' } } }}
          />
        </MenuItem>
      ))}
    </TextField>
  );
}
