import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Alert, Box, Button, DialogActions, DialogContent, LinearProgress, Stack, Typography } from '@mui/material';
import { useEffect, useId, useRef } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { peopleWords } from '../../../words/campaign.ts';
import { CheckedPeople } from './checked-people.tsx';
import { type PeopleFile as Followed, usePeopleFile } from './use-people-file.ts';

/** A CSV file of people: chosen, looked at, added. */
export function PeopleFile({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const followed = usePeopleFile(campaign.id);
  const { taken, begin, change } = followed;
  const people = taken?.state === 'checked' ? taken.imported + taken.known : 0;
  useEffect(() => {
    if (taken?.state !== 'finished') return;
    say(peopleWords.added(taken.added, taken.imported + taken.known - taken.added, 0));
    onClose();
  }, [taken, onClose]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (people > 0) void begin.run();
      }}
    >
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 280 }}>
        <Content followed={followed} />
        <Fault error={begin.error ?? change.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={begin.busy}>
          {peopleWords.keep}
        </Button>
        <Button type="submit" variant="contained" color="primary" loading={begin.busy} disabled={people === 0 || change.busy}>
          {peopleWords.add(people)}
        </Button>
      </DialogActions>
    </form>
  );
}

function Content({ followed }: { followed: Followed }) {
  const { file, taken, error, send } = followed;
  if (error !== null || taken?.state === 'failed' || taken?.state === 'cancelled') {
    return (
      <>
        <Typography variant="subtitle1">{peopleWords.failed(file?.name ?? '')}</Typography>
        {error === null ? <Alert severity="error">{taken?.error ?? peopleWords.givenUp}</Alert> : <Fault error={error} />}
        <ChooseFile word={peopleWords.otherFile} onFile={send} />
      </>
    );
  }
  if (file === null) {
    return (
      <>
        <Typography>{peopleWords.fileWhat}</Typography>
        <ChooseFile word={peopleWords.choose} onFile={send} />
      </>
    );
  }
  if (taken?.state !== 'checked')
    return <UnderWay name={file.name} importId={taken?.id} isWriting={taken !== null && taken.state !== 'reading'} />;
  return (
    <>
      <CheckedPeople name={file.name} taken={taken} change={followed.change} />
      <ChooseFile word={peopleWords.otherFile} onFile={send} />
    </>
  );
}

function UnderWay({ name, importId, isWriting }: { name: string; importId: string | undefined; isWriting: boolean }) {
  const rows = useLive(({ imports }) => (importId === undefined ? 0 : (imports.get(importId)?.rows ?? 0)));
  const title = isWriting ? peopleWords.writing(name) : peopleWords.reading(name);
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Typography variant="subtitle1" sx={{ overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      <LinearProgress aria-label={title} />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {isWriting ? '' : peopleWords.rows(rows)}
      </Typography>
    </Stack>
  );
}

/** The button that everyone sees, and the input that takes the file. */
function ChooseFile({ word, onFile }: { word: string; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  return (
    <Box>
      <Button startIcon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {word}
      </Button>
      <VisuallyHidden>
        <label htmlFor={inputId}>{word}</label>
        <input
          ref={input}
          id={inputId}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          tabIndex={-1}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onFile(file);
            // The same file may be chosen again, once it was mended.
            target.value = '';
          }}
        />
      </VisuallyHidden>
    </Box>
  );
}
