import { Box, Stack, Typography } from '@mui/material';
import type { Series } from './column-bars.tsx';

/** What the colours of a chart stand for. */
export function ChartKey({ series }: { series: readonly Series[] }) {
  return (
    <Stack direction="row" sx={{ gap: 1.5, pr: 1 }}>
      {series.map(({ word, colour }) => (
        <Stack key={word} direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
          <Box aria-hidden sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: `chart.${colour}` }} />
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {word}
          </Typography>
        </Stack>
      ))}
    </Stack>
  );
}
