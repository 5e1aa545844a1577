import { Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { AT_ONCE_MS, SearchField } from '../../components/search-field.tsx';
import { contactsPage } from '../../words/contacts.ts';
import { type ContactFilter, isEveryone, type Listed } from './list/contact-filter.ts';
import { Spoken } from '../../components/spoken.tsx';

interface ToolbarProps {
  filter: ContactFilter;
  total: number | null;
  onChange: (filter: ContactFilter) => void;
}

const LISTED: readonly Listed[] = ['all', 'callable', 'doNotCall'];

/** The search, and who is listed at all. */
export function Toolbar({ filter, total, onChange }: ToolbarProps) {
  const isAll = isEveryone(filter);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 1, px: 3, pb: 1.5, flexShrink: 0 }}>
      <SearchField
        label={contactsPage.search(isAll ? total : null)}
        value={filter.search}
        settleMs={AT_ONCE_MS}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <ToggleButtonGroup
        exclusive
        aria-label={contactsPage.listedLabel}
        value={filter.listed}
        onChange={(_, listed: Listed | null) => listed && onChange({ ...filter, listed })}
      >
        {LISTED.map((listed) => (
          <ToggleButton key={listed} value={listed}>
            {contactsPage.listed[listed]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Typography variant="body2" sx={{ color: 'text.secondary', ml: 1, fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={isAll || total === null ? '' : contactsPage.found(total)} />
      </Typography>
    </Stack>
  );
}
