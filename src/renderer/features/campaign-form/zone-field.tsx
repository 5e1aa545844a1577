import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { placeOf } from '../../../shared/domain/time-words.ts';
import { formWords } from '../../words/campaign-form.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const filterOptions = createFilterOptions<string>({ stringify: (zone) => zone.replaceAll('_', ' ') });

/** In whose day the window lies, by the place that it is named after. */
export function ZoneField({ value, error, onChange }: { value: string; error: string | undefined; onChange: (zone: string) => void }) {
  return (
    <Autocomplete
      options={ZONES.includes(value) ? ZONES : [value, ...ZONES]}
      value={value}
      disableClearable
      getOptionLabel={placeOf}
      getOptionKey={(zone) => zone}
      filterOptions={filterOptions}
      onChange={(_, zone) => onChange(zone)}
      renderInput={(params) => (
        <TextField {...params} name="timeZone" label={formWords.timeZone} error={error !== undefined} helperText={error} />
      )}
    />
  );
}
