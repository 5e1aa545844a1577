import { Stack } from '@mui/material';
import { CampaignFilter } from '../../components/campaign-filter.tsx';
import { FilterRow } from '../../components/filter-row.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { queuePage as words } from '../../words/queue.ts';
import { type QueueFilter, SHOWN, type Shown } from './queue-filter.ts';
import { useCounts } from './use-counts.ts';

interface ToolbarProps {
  filter: QueueFilter;
  onShow: (shown: Shown) => void;
  onChange: (filter: QueueFilter) => void;
}

/** Who of the queue is shown, of which campaign, and the search. */
export function Toolbar({ filter, onShow, onChange }: ToolbarProps) {
  const counts = useCounts(filter.campaignId);
  return (
    <Stack direction="row" sx={{ px: 3, pt: 0.5, pb: 1.5, gap: 1, flexShrink: 0, flexWrap: 'wrap', alignItems: 'center' }}>
      <FilterRow
        label={words.show}
        choices={SHOWN.map((name) => ({ name, word: words.filters[name], count: counts[name] }))}
        value={filter.shown}
        onChange={onShow}
      />
      <SearchField label={words.search} value={filter.search} width={200} onChange={(search) => onChange({ ...filter, search })} />
      <CampaignFilter value={filter.campaignId} onChange={(campaignId) => onChange({ ...filter, campaignId })} />
    </Stack>
  );
}
