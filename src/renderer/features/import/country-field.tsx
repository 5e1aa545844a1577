import { Autocomplete, TextField } from '@mui/material';
import { COUNTRIES, countryName } from '../../lib/countries.ts';
import { refusedWords } from '../../words/import.ts';

interface CountryFieldProps {
  value: string | null;
  busy: boolean;
  onChange: (country: string | null) => void;
}

/** Whose numbers those without a country code are; the file is read again with it. */
export function CountryField({ value, busy, onChange }: CountryFieldProps) {
  return (
    <Autocomplete
      options={COUNTRIES}
      value={value}
      disabled={busy}
      getOptionLabel={countryName}
      onChange={(_, country) => onChange(country)}
      renderInput={(params) => <TextField {...params} label={refusedWords.country} placeholder={refusedWords.noCountry} />}
      sx={{ maxWidth: 400 }}
    />
  );
}
