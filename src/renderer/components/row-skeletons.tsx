import { Box, Skeleton, Stack } from '@mui/material';
import { common } from '../words/common.ts';
import { WhenWaiting } from './when-waiting.tsx';
import { Spoken } from './spoken.tsx';

/** Rows that are still being read, in the shape that they will have. */
export function RowSkeletons({ rows = 8 }: { rows?: number }) {
  return (
    <WhenWaiting>
      <Box>
        <Spoken unseen words={common.loading} />
        {Array.from({ length: rows }, (_, row) => (
          <Stack
            // oxlint-disable-next-line react/no-array-index-key -- a skeleton has no other name than its place
            key={row}
            direction="row"
            aria-hidden
            sx={{ height: 40, alignItems: 'center', gap: 3, px: 2, borderBottom: 1, borderColor: 'line.row' }}
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
