import { LinearProgress, Stack, Typography } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { fileWords } from '../../../words/import.ts';
import { usableOf, writtenOf } from './import-told.ts';
import { Spoken } from '../../../components/spoken.tsx';

interface UnderWayProps {
  name: string;
  taken: Import | null;
  /** How many of how many are written. */
  written: (done: number, of: number) => string;
}

/** A file that is sent, read, written or taken back: how far it is, as the stream tells. */
export function UnderWay({ name, taken, written }: UnderWayProps) {
  const streamed = useLive(({ imports }) => (taken ? imports.get(taken.id) : undefined));
  const { words, share } = progressOf(taken, streamed ?? { rows: 0, writtenUpTo: 0 }, written);
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography variant="subtitle1" sx={{ overflowWrap: 'anywhere' }}>
        {fileWords.taking(name)}
      </Typography>
      <LinearProgress
        aria-label={fileWords.taking(name)}
        aria-valuetext={words}
        {...(share > 0 && { variant: 'determinate', value: share * 100 })}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={words} />
      </Typography>
    </Stack>
  );
}

type Streamed = { rows: number; writtenUpTo: number };

function progressOf(taken: Import | null, { rows, writtenUpTo }: Streamed, written: UnderWayProps['written']) {
  if (taken === null) return { words: fileWords.sending, share: 0 };
  if (taken.state === 'undoing') return { words: fileWords.undoing, share: 0 };
  if (taken.state !== 'writing') return { words: fileWords.reading(Math.max(rows, taken.rows)), share: taken.progress };
  const [done, of] = [writtenOf(taken, writtenUpTo), usableOf(taken)];
  return { words: written(done, of), share: of === 0 ? 0 : done / of };
}
