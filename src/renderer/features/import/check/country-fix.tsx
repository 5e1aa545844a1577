import { Autocomplete, Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useId, useMemo, useState } from 'react';
import type { Import } from '../../../../shared/contract/imports.ts';
import { callingCode, NO_COUNTRY_CODE } from '../../../../shared/domain/phone-number.ts';
import { COUNTRIES, countryName } from '../../../lib/countries.ts';
import { fixWords } from '../../../words/import.ts';
import { claimOf, likelyCountry, rowsRefusedFor } from './country-claim.ts';

/** `Germany (+49)` */
const nameWithCode = (country: string): string => `${countryName(country)} (${callingCode(country)})`;

/** The country that this computer is set to. */
function ownCountry(): string | null {
  return new Intl.Locale(navigator.language).maximize().region ?? null;
}

interface CountryFixProps {
  checked: Import;
  busy: boolean;
  onApply: (country: string | null) => void;
}

/** Whose numbers those without a country code are, and what that would do for them. */
export function CountryFix({ checked, busy, onApply }: CountryFixProps) {
  const { defaultCountry } = checked;
  const missing = rowsRefusedFor(checked, NO_COUNTRY_CODE);
  const likely = useMemo(() => likelyCountry(checked, ownCountry()), [checked]);
  // Null: nothing was chosen here yet; a choice of "none" is an empty one.
  const [chosen, setChosen] = useState<{ country: string | null } | null>(null);
  const country = chosen ? chosen.country : (defaultCountry ?? likely);
  const claim = useMemo(() => (country === null || missing === 0 ? null : claimOf(checked, country)), [checked, country, missing]);
  const helpId = useId();
  const help = helpOf(country, defaultCountry, claim);
  return (
    <Box>
      <Typography variant="subtitle2" component="h3">
        {missing > 0 ? fixWords.noCountry(missing) : fixWords.countryTitle}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, mt: 1.25, alignItems: 'flex-end' }}>
        <Autocomplete
          fullWidth
          size="small"
          sx={{
            '& .MuiOutlinedInput-root.MuiAutocomplete-inputRoot': { minHeight: 32, '& .MuiAutocomplete-input': { py: '5px', px: '10px' } },
          }}
          options={COUNTRIES}
          value={country}
          disabled={busy}
          getOptionLabel={nameWithCode}
          onChange={(_, picked) => setChosen({ country: picked })}
          renderInput={({ slotProps, ...params }) => (
            <TextField
              {...params}
              label={fixWords.country}
              placeholder={fixWords.anyCountry}
              slotProps={{ ...slotProps, htmlInput: { ...slotProps.htmlInput, 'aria-describedby': help === null ? undefined : helpId } }}
            />
          )}
        />
        <Button disabled={busy || country === defaultCountry} onClick={() => onApply(country)}>
          {fixWords.apply}
        </Button>
      </Stack>
      {help !== null && (
        <Typography id={helpId} variant="caption" component="p" sx={{ m: 0, mt: 1, color: 'text.secondary' }}>
          {help}
        </Typography>
      )}
    </Box>
  );
}

/** Null where the empty field says it itself. */
function helpOf(country: string | null, applied: string | null, claim: ReturnType<typeof claimOf> | null): string | null {
  if (country !== null && claim !== null && country !== applied)
    return fixWords.claim(callingCode(country), claim.valid, claim.of, claim.isAll);
  return applied === null ? null : fixWords.applied(nameWithCode(applied));
}
