import { Box } from '@mui/material';
import { slotsInUse } from '../words/shell.ts';

/** More than this many pips could not be told apart; then they share the slots among them. */
const MOST_PIPS = 24;

/** Slots as pips: filled is up, outlined is free. */
export function Pips({ up, of, height = 6 }: { up: number; of: number; height?: number }) {
  const pips = Math.min(Math.max(of, up), MOST_PIPS);
  const filled = of > MOST_PIPS ? Math.ceil((up / of) * pips) : up;
  return (
    <Box role="img" aria-label={slotsInUse(up, of)} sx={{ display: 'flex', gap: pips > 12 ? '2px' : 0.5, minHeight: height }}>
      {Array.from({ length: pips }, (_, pip) => (
        <Box
          // oxlint-disable-next-line react/no-array-index-key -- a pip has no other name than its place
          key={pip}
          sx={{
            flex: 1,
            height,
            borderRadius: '2px',
            border: 1,
            borderColor: pip < filled ? 'text.primary' : 'line.strong',
            bgcolor: pip < filled ? 'text.primary' : 'transparent',
          }}
        />
      ))}
    </Box>
  );
}
