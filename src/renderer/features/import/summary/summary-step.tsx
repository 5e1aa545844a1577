import { Button, LinearProgress, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { Import } from '../../../../shared/contract/imports.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { fileWords, summaryWords } from '../../../words/import.ts';
import { usableOf, writtenOf } from '../follow/import-told.ts';
import { doneTaking, sawTheEnd, takeAgain, type Taking } from '../taking.ts';
import { Finished } from './finished.tsx';
import { Spoken } from '../../../components/spoken.tsx';

/** What came of it: while it is written, when it is in, and where it was taken back. */
export function SummaryStep({ taking, taken }: { taking: Taking; taken: Import }) {
  const { state } = taken;
  useEffect(() => {
    if (state === 'finished' || state === 'undone') sawTheEnd();
  }, [state]);
  if (state === 'finished') return <Finished taken={taken} />;
  if (state === 'undone') return <Undone />;
  return state === 'undoing' ? <Undoing /> : <Writing name={taking.file.name} taken={taken} />;
}

/** The people come in. */
function Writing({ name, taken }: { name: string; taken: Import }) {
  const upTo = useLive(({ imports }) => imports.get(taken.id)?.writtenUpTo) ?? 0;
  const people = usableOf(taken);
  const done = writtenOf(taken, upTo);
  const words = summaryWords.writing(done, people);
  return (
    <Middle title={summaryWords.writingTitle(name)}>
      <LinearProgress
        variant="determinate"
        value={people === 0 ? 0 : (done / people) * 100}
        aria-label={summaryWords.writingTitle(name)}
        aria-valuetext={words}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={words} />
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {summaryWords.writingWhat}
      </Typography>
      <Button component={Link} href="/campaigns/active" sx={{ alignSelf: 'flex-start' }}>
        {summaryWords.leave}
      </Button>
    </Middle>
  );
}

const Undoing = () => (
  <Middle title={fileWords.undoing}>
    <LinearProgress aria-label={fileWords.undoing} />
  </Middle>
);

function Undone() {
  return (
    <Middle title={summaryWords.undone}>
      <Typography sx={{ color: 'text.secondary' }}>
        <Spoken words={summaryWords.undoneWhat} />
      </Typography>
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="contained" color="primary" onClick={() => void takeAgain()}>
          {summaryWords.takeAgain}
        </Button>
        <Button onClick={doneTaking}>{summaryWords.another}</Button>
      </Stack>
    </Middle>
  );
}

const Middle = ({ title, children }: { title: string; children: ReactNode }) => (
  <Stack sx={{ width: 480, maxWidth: 1, m: 'auto', p: 3, gap: 2 }}>
    <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
      {title}
    </Typography>
    {children}
  </Stack>
);
