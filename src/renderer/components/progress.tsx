import { Button, LinearProgress, Stack, Typography } from '@mui/material';
import type { Many } from '../lib/use-many.ts';
import { progressWords as words } from '../words/selection.ts';
import { Spoken } from './spoken.tsx';

/** How far it is, and the way to stop it, where it takes longer than a moment. */
export function Progress({ many: { done, stop }, of }: { many: Many; of: number }) {
  if (done === null || of < 2) return null;
  const far = words.progress(done, of);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
      <LinearProgress variant="determinate" value={(done / of) * 100} aria-label={far} aria-valuetext={far} sx={{ flex: 1 }} />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={far} />
      </Typography>
      <Button size="small" onClick={stop}>
        {words.stop}
      </Button>
    </Stack>
  );
}
