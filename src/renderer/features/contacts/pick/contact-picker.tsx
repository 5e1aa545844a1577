import { Box, Card, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { AT_ONCE_MS, SearchField } from '../../../components/search-field.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { useTask } from '../../../lib/use-task.ts';
import { contactsPage, selectionWords } from '../../../words/contacts.ts';
import { type ContactFilter, EVERYONE, queryOf } from '../list/contact-filter.ts';
import { MOST_SELECTED } from '../list/selection.ts';
import { SelectedCount } from '../../../components/selected-count.tsx';
import { PickTable } from './pick-table.tsx';

const LIMIT = 50;
const BY_NAME: ContactFilter = { ...EVERYONE, sort: { by: 'name', dir: 'asc' } };

export interface Picked {
  picked: ReadonlySet<number>;
  onPick: (ids: readonly number[], on: boolean) => void;
  onClear: () => void;
}

/** Whom to take: searched, ticked, or all that match. `empty`: what stands there where nobody is in the contacts yet. */
export function ContactPicker({ picked, onPick, onClear, empty }: Picked & { empty: ReactNode }) {
  const [{ search, page }, setShown] = useState({ search: '', page: 1 });
  const version = useLive(({ topics }) => topics.contacts);
  const filter = { ...BY_NAME, search };
  const { data, error, isLoading, again } = useQuery(
    `pick ${page} ${search}`,
    (signal) => api.contacts.list({ page, limit: LIMIT, ...queryOf(filter) }, { signal }),
    [version],
  );
  const all = useTask(async () => onPick((await api.contacts.matching({ ...queryOf(filter), offset: 0, limit: MOST_SELECTED })).ids, true));
  const isFull = picked.size >= MOST_SELECTED;
  return (
    <>
      <SearchField
        label={contactsPage.search(null)}
        value={search}
        settleMs={AT_ONCE_MS}
        onChange={(text) => setShown({ search: text, page: 1 })}
      />
      <Fault error={error ?? all.error} {...(error !== null && { onRetry: again })} />
      <Card sx={{ flex: 1, minHeight: 240, display: 'flex', flexDirection: 'column' }}>
        {data && data.total > 0 && (
          <Box sx={{ px: 2, py: 0.75, borderBottom: 1, borderColor: 'divider', ...(picked.size > 0 && { bgcolor: 'primary.tint' }) }}>
            <SelectedCount
              count={picked.size}
              total={data.total}
              totalIsExact={data.totalIsExact}
              most={MOST_SELECTED}
              isFiltered={search !== ''}
              isWhole={isFull}
              busy={all.busy}
              onAll={() => void all.run()}
              onClear={onClear}
            />
            {isFull && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {selectionWords.most(MOST_SELECTED)}
              </Typography>
            )}
          </Box>
        )}
        {isLoading && <RowSkeletons />}
        {data && data.contacts.length === 0 && (search === '' ? empty : <NothingHere>{contactsPage.noneFound(search)}</NothingHere>)}
        {data && data.contacts.length > 0 && (
          <>
            <PickTable contacts={data.contacts} picked={picked} onPick={onPick} />
            <Pager {...data} limit={LIMIT} onPage={(to) => setShown({ search, page: to })} />
          </>
        )}
      </Card>
    </>
  );
}
