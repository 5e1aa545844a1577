import { AdapterDateFns } from '@mui/x-date-pickers/AdapterDateFns';
import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import { format, isValid, parseISO } from 'date-fns';
import { bulkCall } from '../../../words/contacts.ts';

interface StartDateFieldProps {
  /** `YYYY-MM-DD`; empty where what is typed is no date. */
  value: string;
  error: string | undefined;
  onChange: (date: string) => void;
}

/** The day of the first call. */
export function StartDateField({ value, error, onChange }: StartDateFieldProps) {
  return (
    <LocalizationProvider dateAdapter={AdapterDateFns}>
      <DatePicker
        label={bulkCall.startDate}
        name="startDate"
        format="EEE d MMM yyyy"
        value={value === '' ? null : parseISO(value)}
        onChange={(date) => onChange(date !== null && isValid(date) ? format(date, 'yyyy-MM-dd') : '')}
        slotProps={{ textField: { required: true, error: error !== undefined, helperText: error } }}
      />
    </LocalizationProvider>
  );
}
