import { Box, Card, Skeleton, Stack } from '@mui/material';
import { Spoken } from '../../components/spoken.tsx';
import { WhenWaiting } from '../../components/when-waiting.tsx';
import { common } from '../../words/common.ts';
import { GRID } from './board-view.tsx';

const FIGURES = ['done', 'rate', 'hourly', 'waiting'] as const;
const PANELS = ['hours', 'calls', 'slots', 'next'] as const;

/** The board before its first figures, in the shape that it will have. */
export function BoardLoading() {
  return (
    <WhenWaiting>
      <Box sx={GRID}>
        <Spoken unseen words={common.loading} />
        <Card aria-hidden sx={{ gridArea: 'summary', display: 'flex', alignItems: 'center', gap: 3, px: 3, py: 2 }}>
          <Skeleton variant="circular" width={200} height={200} sx={{ flexShrink: 0, borderRadius: '50%' }} />
          <Stack direction="row" sx={{ flex: 1, gap: 2, flexWrap: 'wrap' }}>
            {FIGURES.map((name) => (
              <Box key={name} sx={{ flex: '1 1 96px' }}>
                <Skeleton width="70%" height={14} />
                <Skeleton width="50%" height={40} sx={{ mt: 1 }} />
              </Box>
            ))}
          </Stack>
        </Card>
        {PANELS.map((name) => (
          <Card key={name} aria-hidden sx={{ gridArea: name, p: 2 }}>
            <Skeleton width={120} height={14} />
          </Card>
        ))}
      </Box>
    </WhenWaiting>
  );
}
