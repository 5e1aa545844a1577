import { Autocomplete, TextField } from '@mui/material';
import { HALF_HOURS, readClockTime } from '../lib/clock-time.ts';

interface ClockTimeFieldProps {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  disabled?: boolean;
  onChange: (time: string) => void;
}

/** A time of the day: typed in whichever way, or one of the half hours. 24:00 is the end of the day. */
export function ClockTimeField({ name, label, value, error, disabled = false, onChange }: ClockTimeFieldProps) {
  return (
    <Autocomplete
      freeSolo
      disableClearable
      openOnFocus
      disabled={disabled}
      options={HALF_HOURS}
      filterOptions={(options) => [...options]}
      value={value}
      inputValue={value}
      onInputChange={(_, typed, reason) => reason !== 'reset' && onChange(typed)}
      onChange={(_, chosen) => onChange(readClockTime(chosen))}
      onBlur={() => onChange(readClockTime(value))}
      renderInput={(params) => <TextField {...params} name={name} label={label} required error={error !== undefined} helperText={error} />}
    />
  );
}
