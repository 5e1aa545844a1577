import { FormControl, FormHelperText, FormLabel, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId } from 'react';
import { formWords } from '../words/campaign-form.ts';

interface WeekdayFieldProps {
  /** 1 (Monday) to 7. */
  value: readonly number[];
  error: string | undefined;
  disabled?: boolean;
  onChange: (weekdays: number[]) => void;
}

/** The days of the week on which a campaign calls. */
export function WeekdayField({ value, error, disabled = false, onChange }: WeekdayFieldProps) {
  const labelId = useId();
  return (
    <FormControl error={error !== undefined} disabled={disabled} fullWidth>
      <FormLabel id={labelId} sx={{ mb: 0.75 }}>
        {formWords.weekdays}
      </FormLabel>
      <ToggleButtonGroup
        fullWidth
        disabled={disabled}
        aria-labelledby={labelId}
        value={[...value]}
        onChange={(_, days: number[]) => onChange(days.toSorted((a, b) => a - b))}
      >
        {formWords.weekday.map((name, place) => (
          <ToggleButton key={name} value={place + 1} sx={{ px: 0 }}>
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {error !== undefined && <FormHelperText>{error}</FormHelperText>}
    </FormControl>
  );
}
