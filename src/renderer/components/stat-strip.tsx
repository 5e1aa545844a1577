import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface Stat {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  /** Takes twice the room: a bar below the figure. */
  wide?: boolean;
}

/** To the right and below, in however many rows they stand; the card hides those at its edge. */
const LINES = '1px 1px 0 0 var(--rm-palette-divider)';

/** Figures side by side, each with its word and a note: large where it tells. */
export function StatStrip({ label, stats }: { label: string; stats: readonly Stat[] }) {
  return (
    <Card
      component="section"
      aria-label={label}
      sx={{
        '--cell-edge': '16px',
        display: 'grid',
        gridTemplateColumns: stats.map(({ wide }) => (wide ? 'minmax(0, 2.2fr)' : 'minmax(0, 1fr)')).join(' '),
        flexShrink: 0,
        '@container (max-width: 960px)': {
          gridTemplateColumns: stats.map(({ wide }) => (wide ? 'minmax(0, 1.6fr)' : 'minmax(0, 1fr)')).join(' '),
          '--cell-edge': '10px',
        },
        '@container (max-width: 860px)': { '--cell-edge': '16px', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))' },
      }}
    >
      {stats.map(({ label: word, value, note }) => (
        <Box key={word} sx={{ px: 'var(--cell-edge)', py: 1.5, minWidth: 0, boxShadow: LINES }}>
          <Typography variant="caption" component="div" noWrap sx={{ color: 'text.tertiary' }}>
            {word}
          </Typography>
          <Typography variant="figure" component="div" sx={{ mt: 0.5 }}>
            {value}
          </Typography>
          {note !== undefined && (
            <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
              {note}
            </Typography>
          )}
        </Box>
      ))}
    </Card>
  );
}
