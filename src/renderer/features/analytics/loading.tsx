import { Box, Card, Skeleton, Stack } from '@mui/material';
import { WhenWaiting } from '../../components/when-waiting.tsx';
import { common } from '../../words/common.ts';
import { Spoken } from '../../components/spoken.tsx';

const CELLS = ['calls', 'rate', 'talk', 'attempts', 'cost', 'longest'] as const;

/** The page before its first figures, in the shape that they will have. */
export function Loading() {
  return (
    <WhenWaiting>
      <Stack sx={{ gap: 2 }}>
        <Spoken unseen words={common.loading} />
        <Card aria-hidden sx={{ display: 'grid', gridTemplateColumns: 'repeat(6, minmax(0, 1fr))' }}>
          {CELLS.map((cell) => (
            <Box key={cell} sx={{ px: 2, py: 1.5, height: 88 }}>
              <Skeleton width="60%" height={12} />
              <Skeleton width="45%" height={22} sx={{ mt: 1 }} />
            </Box>
          ))}
        </Card>
        <Box aria-hidden sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr) 372px' }}>
          <Card sx={{ p: 2, height: 262 }}>
            <Skeleton width={140} height={14} />
          </Card>
          <Card sx={{ p: 2, height: 262 }}>
            <Skeleton width={100} height={14} />
          </Card>
        </Box>
      </Stack>
    </WhenWaiting>
  );
}
