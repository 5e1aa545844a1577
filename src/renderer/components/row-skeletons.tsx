import { Box, Card, Skeleton, Stack } from '@mui/material';
import { common } from '../words/common.ts';
import { WhenWaiting } from './when-waiting.tsx';
import { Spoken } from './spoken.tsx';

interface RowSkeletonsProps {
  rows?: number;
  /** A panel is to come, not rows of one that is there. */
  framed?: boolean;
  /** From edge to edge of the page: they begin where its other parts do. */
  pageWide?: boolean;
}

/** Rows that are still being read, in the shape that they will have. */
export function RowSkeletons({ rows = 8, framed = false, pageWide = false }: RowSkeletonsProps) {
  return (
    <WhenWaiting>
      <Box component={framed ? Card : 'div'} sx={{ ...(framed && { '& > :last-child': { borderBottom: 0 } }) }}>
        <Spoken unseen words={common.loading} />
        {Array.from({ length: rows }, (_, row) => (
          <Stack
            // oxlint-disable-next-line react/no-array-index-key -- a skeleton has no other name than its place
            key={row}
            direction="row"
            aria-hidden
            sx={{ height: 40, alignItems: 'center', gap: 3, px: pageWide ? 3 : 2, borderBottom: 1, borderColor: 'line.row' }}
          >
            <Skeleton width={`${22 + ((row * 7) % 12)}%`} height={14} />
            <Skeleton width="18%" height={14} />
            <Skeleton width="14%" height={14} sx={{ ml: 'auto' }} />
          </Stack>
        ))}
      </Box>
    </WhenWaiting>
  );
}
