import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { useEffect } from 'react';
import type { Import } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { fileWords, wizardWords } from '../../../words/import.ts';
import { Gap, StepFrame } from '../step-frame.tsx';
import { useChooseFile } from '../take-file.ts';
import { giveUp, goTo, putTaken, type Taking } from '../taking.ts';
import { ChooseList } from './choose-list.tsx';
import { FilePanel } from './file-panel.tsx';
import { Spoken } from '../../../components/spoken.tsx';

interface FileStepProps {
  taking: Taking | null;
  checked: Import | null;
}

/** The file: where to take one from, how far it is, what became of it. */
export function FileStep({ taking, checked }: FileStepProps) {
  if (!taking) return <ChooseList />;
  if (taking.error !== null || taking.taken?.state === 'failed') return <Failed taking={taking} />;
  if (!checked) return <Reading taking={taking} />;
  return <Taken taking={taking} checked={checked} />;
}

/** On its way, or being read for the first time. */
function Reading({ taking: { file, taken } }: { taking: Taking }) {
  const rows = useLive(({ imports }) => (taken ? imports.get(taken.id)?.rows : undefined)) ?? 0;
  useProgress(taken, rows);
  const words = taken ? fileWords.reading(Math.max(rows, taken.rows)) : fileWords.sending;
  const done = taken?.progress ?? 0;
  return (
    <Middle>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {fileWords.taking(file.name)}
      </Typography>
      <LinearProgress
        aria-label={fileWords.taking(file.name)}
        aria-valuetext={words}
        {...(done > 0 && { variant: 'determinate', value: done * 100 })}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={words} />
      </Typography>
      <Box>
        <Button onClick={giveUp}>{wizardWords.giveUp}</Button>
      </Box>
    </Middle>
  );
}

/** Rows between two looks at how far a large file is: the stream tells their number, not how many are to come. */
const ROWS_A_LOOK = 20_000;

function useProgress(taken: Import | null, rows: number): void {
  const id = taken?.state === 'reading' ? taken.id : undefined;
  const look = Math.floor(rows / ROWS_A_LOOK);
  useEffect(() => {
    if (id === undefined || look === 0) return;
    api.imports.get({ id }).then(
      (answer) => putTaken(answer.import),
      () => undefined,
    );
  }, [id, look]);
}

/** It could not be sent or read: why, and the way to take another. */
function Failed({ taking: { file, taken, error } }: { taking: Taking }) {
  const choose = useChooseFile();
  return (
    <Middle>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {fileWords.failedTitle(file.name)}
      </Typography>
      {error === null ? (
        <Alert severity="error" icon={<ErrorOutlined />}>
          {taken?.error ?? fileWords.givenUp}
        </Alert>
      ) : (
        <Fault error={error} />
      )}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {fileWords.failedHelp}
      </Typography>
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="contained" color="primary" onClick={choose}>
          {fileWords.otherFile}
        </Button>
        <Button onClick={giveUp}>{wizardWords.giveUp}</Button>
      </Stack>
    </Middle>
  );
}

/** It is read: what it is, once one comes back to it. */
function Taken({ taking, checked }: { taking: Taking; checked: Import }) {
  const choose = useChooseFile();
  return (
    <StepFrame
      name={wizardWords.steps.file}
      onSubmit={() => goTo('columns')}
      footer={
        <>
          <Button onClick={choose}>{fileWords.otherFile}</Button>
          <Button variant="text" onClick={giveUp}>
            {wizardWords.giveUp}
          </Button>
          <Gap />
          <Button type="submit" variant="contained" color="primary">
            {wizardWords.toColumns}
          </Button>
        </>
      }
    >
      <FilePanel taking={taking} checked={checked} />
    </StepFrame>
  );
}

const Middle = ({ children }: { children: React.ReactNode }) => (
  <Stack sx={{ width: 480, maxWidth: 1, m: 'auto', p: 3, gap: 2 }}>{children}</Stack>
);
