import { Box, Button, Card, Stack, Tooltip } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dateInWords } from '../../../../shared/domain/time-words.ts';
import { bulkCall } from '../../../words/contacts.ts';
import { pickWords } from '../../../words/import.ts';
import { Gap, StepFrame } from '../step-frame.tsx';
import { chooseWay } from '../way.ts';
import { PickTable } from './pick-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { toSettings } from './picking.ts';

const LIMIT = 50;

/** Contacts have no name that a campaign could take. */
const campaignName = (): string => bulkCall.name(dateInWords(localDateOf(Date.now(), viewerZone())));

/** Whom to call: searched, ticked, or all that match. */
export function PickStep({ picked }: { picked: ReadonlySet<number> }) {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const version = useLive(({ topics }) => topics.contacts);
  const { data, error, isLoading, again } = useQuery(
    `pick ${page} ${search}`,
    (signal) => api.contacts.list({ page, limit: LIMIT, sortBy: 'name', sortDir: 'asc', ...(search && { search }) }, { signal }),
    [version],
  );
  return (
    <StepFrame
      fixed
      name={pickWords.steps[0]}
      onSubmit={() => picked.size > 0 && toSettings(campaignName())}
      footer={
        <>
          <Gap />
          <Tooltip title={picked.size === 0 ? pickWords.tickFirst : ''}>
            <span>
              <Button type="submit" variant="contained" color="primary" disabled={picked.size === 0}>
                {pickWords.onward(picked.size)}
              </Button>
            </span>
          </Tooltip>
        </>
      }
    >
      <Stack sx={{ gap: 2, flex: 1, minHeight: 320 }}>
        <SearchField
          label={pickWords.search}
          value={search}
          onChange={(text) => {
            setSearch(text);
            setPage(1);
          }}
        />
        {error !== null && <Fault error={error} onRetry={again} />}
        <Card sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          {data && data.total > 0 && <SelectionBar picked={picked} search={search} total={data.total} totalIsExact={data.totalIsExact} />}
          {isLoading && <RowSkeletons />}
          {data && data.contacts.length === 0 && <Nobody isSearch={search !== ''} />}
          {data && data.contacts.length > 0 && (
            <>
              <PickTable contacts={data.contacts} picked={picked} />
              <Pager {...data} limit={LIMIT} onPage={setPage} />
            </>
          )}
        </Card>
      </Stack>
    </StepFrame>
  );
}

function Nobody({ isSearch }: { isSearch: boolean }) {
  if (isSearch) return <NothingHere>{pickWords.noneFound}</NothingHere>;
  return (
    <Box sx={{ flex: 1, display: 'flex' }}>
      <NothingHere action={<Button onClick={() => chooseWay('csv')}>{pickWords.toCsv}</Button>}>{pickWords.none}</NothingHere>
    </Box>
  );
}
