import Add from '@mui/icons-material/Add';
import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Box, Button, Card, Stack } from '@mui/material';
import { useCallback, useState } from 'react';
import type { DoNotCallNumber } from '../../../../shared/contract/compliance.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { doNotCall } from '../../../words/settings/compliance.ts';
import { AddNumbersDialog } from './add-numbers-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { NumberTable } from './number-table.tsx';
import { RemoveNumberDialog } from './remove-number-dialog.tsx';

const LIMIT = 50;

/** The do-not-call list: searched, added to by anyone, and taken from by admins with a reason. */
export function NumbersPart() {
  const version = useLive(({ topics }) => topics['do-not-call']);
  const [query, setQuery] = useState({ search: '', page: 1 });
  const [open, setOpen] = useState<'add' | 'import' | DoNotCallNumber | null>(null);
  const { search, page } = query;
  const list = useQuery(
    `do-not-call/${search}/${page}`,
    (signal) => api.compliance.listNumbers({ page, limit: LIMIT, ...(search !== '' && { search }) }, { signal }),
    [version],
  );
  const find = useCallback((text: string) => setQuery({ search: text, page: 1 }), []);
  const close = () => setOpen(null);
  const { data } = list;
  const isEmpty = data?.total === 0;
  const add = (
    <Button variant="contained" color="primary" startIcon={<Add />} onClick={() => setOpen('add')}>
      {doNotCall.add}
    </Button>
  );
  return (
    <Stack sx={{ gap: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <SearchField label={doNotCall.search} value={search} onChange={find} width={280} />
        <Box sx={{ flex: 1 }} />
        <Stack direction="row" sx={{ gap: 1 }}>
          <Button startIcon={<UploadOutlined />} onClick={() => setOpen('import')}>
            {doNotCall.import}
          </Button>
          {add}
        </Stack>
      </Stack>
      <Fault error={list.error} onRetry={list.again} />
      <Card>
        {list.isLoading && <RowSkeletons />}
        {isEmpty && <NothingHere>{search === '' ? doNotCall.empty : doNotCall.nothingFound}</NothingHere>}
        {data && !isEmpty && <NumberTable numbers={data.numbers} onRemove={setOpen} />}
        {data && <Pager {...data} limit={LIMIT} onPage={(to) => setQuery({ search, page: to })} />}
      </Card>
      {open === 'add' && <AddNumbersDialog onClose={close} />}
      {open === 'import' && <ImportDialog onClose={close} />}
      {open !== null && typeof open === 'object' && <RemoveNumberDialog entry={open} onClose={close} />}
    </Stack>
  );
}
