import { Alert, Autocomplete, Box, Stack, TextField, Typography } from '@mui/material';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { COUNTRIES, countryName } from '../../../lib/countries.ts';
import { number } from '../../../lib/format.ts';
import { columnsWords } from '../../../words/import.ts';
import { importWords } from '../../../words/contacts.ts';
import { RefusedRows } from './refused-rows.tsx';

interface CheckedProps {
  taken: Import;
  busy: boolean;
  onChange: (choices: ImportChoices) => void;
}

/** What was recognised in a file, before anything of it is written. */
export function Checked({ taken, busy, onChange }: CheckedProps) {
  return (
    <>
      <Counts taken={taken} />
      {taken.imported + taken.known === 0 && <Alert severity="warning">{importWords.nobody}</Alert>}
      <Recognised taken={taken} />
      <Autocomplete
        options={COUNTRIES}
        value={taken.defaultCountry}
        disabled={busy}
        getOptionLabel={countryName}
        onChange={(_, defaultCountry) => onChange({ defaultCountry })}
        renderInput={(params) => <TextField {...params} label={importWords.country} />}
      />
      <RefusedRows taken={taken} />
    </>
  );
}

const COUNTED = ['rows', 'imported', 'known', 'duplicates', 'invalid'] as const;

function Counts({ taken }: { taken: Import }) {
  return (
    <Box
      component="dl"
      aria-label={importWords.counts.label}
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(5, 1fr)', m: 0, border: 1, borderColor: 'divider', borderRadius: '8px' }}
    >
      {COUNTED.map((name, place) => (
        <Stack
          key={name}
          sx={{ px: 1.5, py: 1, flexDirection: 'column-reverse', ...(place > 0 && { borderLeft: 1, borderColor: 'divider' }) }}
        >
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {importWords.counts[name]}
          </Typography>
          <Typography component="dd" variant="figure" sx={{ m: 0 }}>
            {number(taken[name])}
          </Typography>
        </Stack>
      ))}
    </Box>
  );
}

/** What each column was taken for; what is left out is not told. */
function Recognised({ taken: { columns } }: { taken: Import }) {
  const told = columns.filter(({ field }) => field !== 'ignored');
  return (
    <Box>
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        {importWords.recognised}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {told.map(({ header, field }) => importWords.column(header, columnsWords.fields[field])).join(' · ')}
      </Typography>
    </Box>
  );
}
