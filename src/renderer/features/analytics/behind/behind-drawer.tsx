import { Box } from '@mui/material';
import type { CountedCall } from '../../../../shared/contract/analytics.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import type { Query } from '../../../lib/use-query.ts';
import { behindWords as words } from '../../../words/analytics.ts';
import { charts } from '../../../words/charts.ts';
import type { Behind } from '../analytics-view.ts';
import { behindTitle } from './behind-title.ts';
import { CallRow } from './call-row.tsx';

interface Page {
  calls: CountedCall[];
  count: number;
  total: number;
  totalIsExact: boolean;
  page: number;
  pages: number;
  from: string;
  to: string;
}

interface BehindDrawerProps {
  behind: Behind;
  answer: Query<Page>;
  limit: number;
  onPage: (page: number) => void;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** The calls behind a figure beside the figure: how many, which, and what came of each. */
export function BehindDrawer({ behind, answer: { data, error, isLoading, again }, limit, onPage, onOpen, onClose }: BehindDrawerProps) {
  return (
    <SideDrawer
      title={behindTitle(behind)}
      {...(data !== null && { note: `${charts.callsOf(data.total)}, ${words.within(data.from, data.to)}` })}
      onClose={onClose}
    >
      {error !== null && (
        <Box sx={{ p: 2 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {isLoading && <RowSkeletons />}
      {data?.calls.length === 0 && <NothingHere>{words.none}</NothingHere>}
      {data !== null && data.calls.length > 0 && (
        <>
          <Box component="ul" aria-label={words.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.calls.map((call) => (
              <CallRow key={call.id} call={call} onOpen={onOpen} />
            ))}
          </Box>
          <Box sx={{ position: 'sticky', bottom: 0, bgcolor: 'background.paper' }}>
            <Pager {...data} limit={limit} onPage={onPage} />
          </Box>
        </>
      )}
    </SideDrawer>
  );
}
