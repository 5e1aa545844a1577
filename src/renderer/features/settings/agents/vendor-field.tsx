import { Autocomplete, Box, Button, createFilterOptions, TextField, Typography } from '@mui/material';
import { useRef } from 'react';
import { told } from '../../../app/connection/told.ts';
import { landmarkOf } from '../../../components/landmark-of.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { common } from '../../../words/common.ts';
import { vendorField as words } from '../../../words/settings/agents.ts';
import type { Query } from '../../../lib/use-query.ts';
import { idOfTyped, type Listed, listedOf } from './listed.ts';

interface VendorFieldProps {
  name: string;
  label: string;
  required?: boolean;
  /** Whom the list is asked of. */
  vendor: string;
  query: Query<readonly Listed[]>;
  value: string;
  error: string | undefined;
  help?: string;
  onChange: (id: string) => void;
}

const filterOptions = createFilterOptions<Listed>({ stringify: ({ id, name, note = '' }) => `${name} ${id} ${note}` });

/** Offers what a vendor's account holds, and takes an id that is written by hand: the vendor may not answer. */
export function VendorField({ name, label, required = false, vendor, query, value, error, help, onChange }: VendorFieldProps) {
  const field = useRef<HTMLDivElement>(null);
  const listed = query.data ?? [];
  const chosen = listedOf(value, listed);
  return (
    <div ref={field}>
      <Autocomplete
        freeSolo
        forcePopupIcon
        handleHomeEndKeys={false}
        options={listed}
        value={chosen}
        inputValue={chosen?.name ?? value}
        loading={query.isLoading}
        loadingText={words.asking(vendor)}
        openText={words.open(label)}
        closeText={common.close}
        clearText={words.empty(label)}
        getOptionLabel={(one) => (typeof one === 'string' ? one : one.name)}
        getOptionKey={(one) => (typeof one === 'string' ? one : one.id)}
        isOptionEqualToValue={(one, other) => typeof other !== 'string' && one.id === other.id}
        filterOptions={filterOptions}
        slotProps={{ popper: { container: () => landmarkOf(field.current) } }}
        onChange={(_, one) => onChange(typeof one === 'string' ? one : (one?.id ?? ''))}
        onInputChange={(_, typed, reason) => reason === 'input' && onChange(idOfTyped(typed, listed))}
        renderOption={({ key, ...props }, { id, name: shown, note }) => (
          <Box component="li" key={key} {...props} sx={{ display: 'block !important' }}>
            <Box sx={ellipsis}>{shown}</Box>
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary', ...ellipsis }}>
              {note ?? id}
            </Typography>
          </Box>
        )}
        renderInput={({ slotProps, ...params }) => (
          <TextField
            {...params}
            name={name}
            label={label}
            required={required}
            error={error !== undefined}
            helperText={error ?? noteOf({ vendor, query, value, chosen, help })}
            slotProps={slotProps}
          />
        )}
      />
      {query.error !== null && (
        <Button size="small" onClick={query.again} sx={{ mt: 0.5 }}>
          {words.askAgain}
        </Button>
      )}
    </div>
  );
}

type Noted = Pick<VendorFieldProps, 'vendor' | 'query' | 'value'> & { help: string | undefined; chosen: Listed | null };

/** Which one it is, or how it stands with the list. */
function noteOf({ vendor, query, value, chosen, help = words.byHand }: Noted): string {
  if (query.isLoading) return words.asking(vendor);
  if (query.error !== null) return words.silent(told(query.error).sentence);
  if (chosen) return chosen.note ?? words.id(chosen.id);
  if (value.trim() !== '') return words.notListed;
  return query.data?.length === 0 ? words.none(vendor) : help;
}
