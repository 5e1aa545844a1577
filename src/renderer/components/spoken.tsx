import { Box } from '@mui/material';
import { useSlowly } from '../lib/use-slowly.ts';
import { visuallyHidden } from './visually-hidden.tsx';

/** Five seconds, and a little for a page that drew the words before later than it should have. */
const SPEAKS_EVERY_MS = 5_500;

interface SpokenProps {
  /** What is so now. */
  words: string;
  /** The eye reads it elsewhere, in another form. */
  unseen?: boolean;
}

/**
 * Words that a screen reader says by itself when they change: at most once in five seconds, the last of them always. The eye is
 * shown each at once. It stands beside a heading, not in it: what speaks by itself gives no name to what is around it. Nothing else
 * on the screens is a live region, save what is said once, when it comes up: what is wrong at a field, and the alerts and toasts of
 * the library.
 */
export function Spoken({ words, unseen = false }: SpokenProps) {
  const spoken = useSlowly(words, SPEAKS_EVERY_MS);
  const isLate = spoken !== words;
  return (
    <>
      <Box component="span" role="status" sx={unseen || isLate ? visuallyHidden : undefined}>
        {spoken}
      </Box>
      {isLate && !unseen && <span aria-hidden>{words}</span>}
    </>
  );
}
