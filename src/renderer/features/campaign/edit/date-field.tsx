import { TextField, type TextFieldProps } from '@mui/material';

/** A calendar date, `YYYY-MM-DD`, empty for none: the browser's own field, which is typed or chosen in the way of the place. */
export function DateField({ min, ...props }: TextFieldProps & { min?: string }) {
  return <TextField {...props} type="date" slotProps={{ htmlInput: { ...(min !== undefined && { min }), max: '9999-12-31' } }} />;
}
