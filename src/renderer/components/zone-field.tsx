import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { placeOf } from '../../shared/domain/time-words.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const filterOptions = createFilterOptions<string>({ stringify: (zone) => zone.replaceAll('_', ' ') });

interface FieldProps {
  /** Left out where the label stands elsewhere: it is then bound by the id. */
  label?: string;
  id?: string;
  describedBy?: string;
  error: string | undefined;
  help?: string | undefined;
  disabled?: boolean;
}

type ZoneFieldProps = FieldProps &
  (
    | { mayBeEmpty?: false; value: string; onChange: (zone: string) => void }
    | { mayBeEmpty: true; value: string | null; onChange: (zone: string | null) => void }
  );

/** A time zone by the place that it is named after; it is found by its whole name as well. */
export function ZoneField({ label, id, describedBy, error, help, disabled = false, ...of }: ZoneFieldProps) {
  const { value } = of;
  const choose = (zone: string | null) => {
    if (of.mayBeEmpty) of.onChange(zone);
    else if (zone !== null) of.onChange(zone);
  };
  return (
    <Autocomplete
      {...(id !== undefined && { id })}
      options={value === null || ZONES.includes(value) ? ZONES : [value, ...ZONES]}
      value={value}
      disableClearable={!of.mayBeEmpty}
      disabled={disabled}
      getOptionLabel={placeOf}
      getOptionKey={(zone) => zone}
      filterOptions={filterOptions}
      onChange={(_, zone) => choose(zone)}
      renderInput={({ slotProps, ...params }) => (
        <TextField
          {...params}
          name="timeZone"
          label={label}
          error={error !== undefined}
          helperText={describedBy === undefined && (error ?? help)}
          slotProps={{
            ...slotProps,
            htmlInput: { ...slotProps.htmlInput, ...(describedBy !== undefined && { 'aria-describedby': describedBy }) },
          }}
        />
      )}
    />
  );
}
