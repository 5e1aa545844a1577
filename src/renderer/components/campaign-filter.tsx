import { Autocomplete, TextField } from '@mui/material';
import { useState } from 'react';
import { api } from '../app/connection/client.ts';
import { useLive } from '../app/live/live-store.ts';
import { useQuery } from '../lib/use-query.ts';
import { campaignFilterWords as words, common } from '../words/common.ts';

/** As many as one looks through; more are found by a part of their name. */
const MOST = 50;

interface CampaignFilterProps {
  /** Null is all of them. */
  value: string | null;
  /** Campaigns that the screen can name: one that was deleted is named by nothing else. */
  known?: readonly { id: string; name: string }[];
  onChange: (id: string | null) => void;
}

const NONE: NonNullable<CampaignFilterProps['known']> = [];

/** One campaign, found by a part of its name, or all of them. */
export function CampaignFilter({ value, known = NONE, onChange }: CampaignFilterProps) {
  const [text, setText] = useState('');
  const name = useCampaignName(value, known);
  const search = text === name ? '' : text.trim();
  const { data, isLoading } = useQuery(`campaigns-named:${search}`, (signal) =>
    api.campaigns.list({ limit: MOST, sortBy: 'updatedAt', ...(search !== '' && { search }) }, { signal }),
  );
  const found = (data?.campaigns ?? []).map(({ id, name: called }) => ({ id, name: called }));
  const chosen = value === null ? null : { id: value, name };
  return (
    <Autocomplete
      size="small"
      sx={{
        width: 184,
        '& .MuiOutlinedInput-root.MuiAutocomplete-inputRoot': { minHeight: 32, '& .MuiAutocomplete-input': { py: '5px', px: '10px' } },
      }}
      options={chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found]}
      value={chosen}
      loading={isLoading}
      loadingText={common.loading}
      noOptionsText={words.noCampaign}
      // The engine has searched already.
      filterOptions={(options) => options}
      getOptionLabel={(option) => option.name}
      getOptionKey={(option) => option.id}
      isOptionEqualToValue={(option, one) => option.id === one.id}
      onInputChange={(_, typed) => setText(typed)}
      onChange={(_, picked) => onChange(picked?.id ?? null)}
      renderInput={({ slotProps, ...params }) => (
        <TextField
          {...params}
          placeholder={words.allCampaigns}
          slotProps={{ ...slotProps, htmlInput: { ...slotProps.htmlInput, 'aria-label': words.campaign } }}
        />
      )}
    />
  );
}

/** What the chosen campaign is called: as the screens know it, as it was named, else as the engine does. */
function useCampaignName(id: string | null, known: NonNullable<CampaignFilterProps['known']>): string {
  const live = useLive(({ campaigns }) => (id === null ? undefined : campaigns.get(id)?.name));
  const named = live ?? known.find((one) => one.id === id)?.name;
  const { data } = useQuery(`campaign-name:${named === undefined ? id : null}`, async (signal) =>
    id === null || named !== undefined ? null : (await api.campaigns.get({ id }, { signal })).campaign.name,
  );
  return named ?? data ?? words.chosen;
}
