import { Button, LinearProgress, Stack, Typography } from '@mui/material';
import { askWords } from '../../../words/contacts.ts';
import type { Many, People } from './use-many.ts';
import { Spoken } from '../../../components/spoken.tsx';

/** How far it is, and the way to stop it, where it takes longer than a moment. */
export function Progress({ many: { done, stop }, people: { ids } }: { many: Many; people: People }) {
  if (done === null || ids.length < 2) return null;
  const words = askWords.progress(done, ids.length);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
      <LinearProgress variant="determinate" value={(done / ids.length) * 100} aria-label={words} aria-valuetext={words} sx={{ flex: 1 }} />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={words} />
      </Typography>
      <Button size="small" onClick={stop}>
        {askWords.stop}
      </Button>
    </Stack>
  );
}
