import { Box, Typography } from '@mui/material';
import type { HistoryEntry } from '../../../../shared/contract/call-queue.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useMinute } from '../../../lib/use-now.ts';
import { itemFacts as words } from '../../../words/queue.ts';

/** What happened to somebody in the queue, the latest first: what, by whom, and why. */
export function ItemHistory({ history, isLoading }: { history: readonly HistoryEntry[]; isLoading: boolean }) {
  const now = useMinute();
  return (
    <DrawerSection title={words.history}>
      {isLoading && <RowSkeletons rows={2} />}
      {!isLoading && history.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words.noHistory}
        </Typography>
      )}
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {history.toReversed().map((entry, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- two things may happen in one millisecond, and none is ever taken away
          <Entry key={history.length - place} entry={entry} now={now} />
        ))}
      </Box>
    </DrawerSection>
  );
}

function Entry({ entry: { timestamp, details, reason, by }, now }: { entry: HistoryEntry; now: number }) {
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '132px minmax(0, 1fr)', columnGap: 2, py: 0.5 }}>
      <Typography variant="body2" sx={{ color: 'text.tertiary', fontVariantNumeric: 'tabular-nums' }}>
        {whenInWords(timestamp.getTime(), now, viewerZone())}
      </Typography>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography variant="body2">{details}</Typography>
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
          {[words.by(by), reason !== undefined && words.because(reason)].filter(Boolean).join(', ')}
        </Typography>
      </Box>
    </Box>
  );
}
