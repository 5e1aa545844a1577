import { Alert, Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { Link } from 'wouter';
import { useLive } from '../../app/live/live-store.ts';
import { Fault } from '../../components/fault.tsx';
import { importPage } from '../../words/import.ts';
import { useChooseFile } from './take-file.ts';
import { giveUp, type Taking } from './taking.ts';

/** The file is on its way, is being read, or its people are being taken over. */
export function UnderWay({ taking: { file, taken } }: { taking: Taking }) {
  const told = useLive(({ imports }) => (taken ? imports.get(taken.id) : undefined));
  const isWriting = taken?.state === 'writing' || taken?.state === 'finished';
  const rows = told?.rows ?? taken?.rows ?? 0;
  const people = (taken?.rows ?? 0) - (taken?.duplicates ?? 0) - (taken?.invalid ?? 0);
  // Every person is written twice: as a contact, and as somebody to call.
  const written = Math.floor((told?.writtenUpTo ?? 0) / 2);
  const words = isWriting ? importPage.writing(Math.min(written, people), people) : importPage.reading(rows);
  return (
    <Middle>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {importPage.sending(file.name)}
      </Typography>
      <LinearProgress
        aria-label={importPage.sending(file.name)}
        aria-valuetext={words}
        {...(isWriting && people > 0 && { variant: 'determinate', value: Math.min(100, (written / people) * 100) })}
      />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Typography>
      {isWriting && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {importPage.writingWhat}
        </Typography>
      )}
      <Box>
        {isWriting ? (
          <Button component={Link} href="/campaigns/active">
            {importPage.leave}
          </Button>
        ) : (
          <Button onClick={giveUp}>{importPage.giveUp}</Button>
        )}
      </Box>
    </Middle>
  );
}

/** The file could not be sent, read or taken over: why, and the way to take another. */
export function Failed({ taking: { file, taken }, error }: { taking: Taking; error: unknown }) {
  const choose = useChooseFile();
  return (
    <Middle>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {importPage.failedTitle(file.name)}
      </Typography>
      {error === null ? <Alert severity="error">{taken?.error ?? importPage.givenUp}</Alert> : <Fault error={error} />}
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="contained" color="primary" onClick={choose}>
          {importPage.otherFile}
        </Button>
        <Button onClick={giveUp}>{importPage.giveUp}</Button>
      </Stack>
    </Middle>
  );
}

const Middle = ({ children }: { children: React.ReactNode }) => (
  <Stack sx={{ width: 480, maxWidth: 1, m: 'auto', p: 3, gap: 2 }}>{children}</Stack>
);
