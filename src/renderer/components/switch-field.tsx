import { Box, FormControlLabel, FormHelperText, Switch } from '@mui/material';
import { useId } from 'react';

interface SwitchFieldProps {
  name?: string;
  checked: boolean;
  label: string;
  help: string;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, with what it does below it. */
export function SwitchField({ name, checked, label, help, disabled = false, onChange }: SwitchFieldProps) {
  const helpId = useId();
  return (
    <Box sx={{ mt: 0.5 }}>
      <FormControlLabel
        disabled={disabled}
        control={
          <Switch name={name} checked={checked} onChange={(_, on) => onChange(on)} slotProps={{ input: { 'aria-describedby': helpId } }} />
        }
        label={label}
        sx={{ ml: '-6px', '& .MuiFormControlLabel-label': { fontSize: 13 } }}
      />
      <FormHelperText id={helpId} sx={{ '&&': { mt: 0, ml: '38px' } }}>
        {help}
      </FormHelperText>
    </Box>
  );
}
