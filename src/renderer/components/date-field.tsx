import { DatePicker } from '@mui/x-date-pickers/DatePicker';
import { AdapterDateFns } from '@mui/x-date-pickers/AdapterDateFns';
import { LocalizationProvider } from '@mui/x-date-pickers/LocalizationProvider';
import { enGB } from 'date-fns/locale/en-GB';
import { useMemo, useState } from 'react';

interface DateFieldProps {
  name: string;
  label: string;
  /** `YYYY-MM-DD`, empty for none; anything else is a date that is not whole yet. */
  value: string;
  required?: boolean;
  /** Whether it may be empty: for none. */
  mayBeEmpty?: boolean;
  /** The first day that is offered. */
  min?: string;
  help?: string | undefined;
  error: string | undefined;
  disabled?: boolean;
  onChange: (date: string) => void;
}

/** A date that is not whole yet: as it is kept while it is typed. */
const BROKEN = 'broken';

/** A calendar date, typed or picked. */
export function DateField({ name, label, value, required = false, mayBeEmpty = false, min, ...more }: DateFieldProps) {
  const { help, error, disabled = false, onChange } = more;
  // The same date is the same object: another one would turn the calendar back to its month.
  const kept = useMemo(() => (value === '' ? null : toDate(value)), [value]);
  // What is typed goes back as it came, whole or not: anything else would empty the parts that are typed already.
  const [typed, setTyped] = useState<{ text: string; date: Date | null } | null>(null);
  const date = typed?.text === value ? typed.date : kept;
  return (
    <LocalizationProvider dateAdapter={AdapterDateFns} adapterLocale={enGB}>
      <DatePicker
        label={label}
        value={date}
        format="d MMM yyyy"
        disabled={disabled}
        {...(min !== undefined && { minDate: toDate(min) })}
        onChange={(picked) => {
          const text = picked === null ? '' : toText(picked);
          setTyped({ text, date: picked });
          onChange(text);
        }}
        slotProps={{
          textField: { name, required, error: error !== undefined, helperText: error ?? help },
          field: { clearable: mayBeEmpty },
        }}
      />
    </LocalizationProvider>
  );
}

/** The date at midnight of this computer, which is how the picker thinks of dates. */
function toDate(text: string): Date {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = text.split('-').map(Number);
  return new Date(year, month - 1, day);
}

function toText(date: Date): string {
  const year = date.getFullYear();
  // While it is typed, `2026` is 2, 20 and 202 first.
  if (Number.isNaN(year) || year < 1_000) return BROKEN;
  return [String(year), ...[date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))].join('-');
}
