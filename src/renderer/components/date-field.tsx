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
  // As the picker gave it last: another object, or none where it is not whole yet, would take away what is being typed.
  const [given, setGiven] = useState<{ text: string; date: Date | null }>({ text: '', date: null });
  const date = useMemo(() => (value === given.text ? given.date : toDate(value)), [value, given]);
  const take = (picked: Date | null) => {
    const text = picked === null ? '' : toText(picked);
    setGiven({ text, date: picked });
    onChange(text);
  };
  return (
    <LocalizationProvider dateAdapter={AdapterDateFns} adapterLocale={enGB}>
      <DatePicker
        label={label}
        value={date}
        format="d MMM yyyy"
        disabled={disabled}
        {...(min !== undefined && { minDate: midnightOf(min) })}
        onChange={take}
        slotProps={{
          textField: { name, required, error: error !== undefined, helperText: error ?? help },
          field: { clearable: mayBeEmpty },
        }}
      />
    </LocalizationProvider>
  );
}

/** The date at midnight of this computer, which is how the picker thinks of dates. */
function midnightOf(text: string): Date {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = text.split('-').map(Number);
  return new Date(year, month - 1, day);
}

const toDate = (text: string): Date | null => (text === '' ? null : midnightOf(text));

function toText(date: Date): string {
  const year = date.getFullYear();
  // While it is typed, `2026` is 2, 20 and 202 first.
  if (Number.isNaN(year) || year < 1_000) return BROKEN;
  return [String(year), ...[date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'))].join('-');
}
