import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import type { Import } from '../../../../shared/contract/imports.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { common } from '../../../words/common.ts';
import { importWords } from '../../../words/contacts.ts';
import { Checked } from './checked.tsx';
import type { ContactImport } from './use-contact-import.ts';

/** A file becomes contacts: choose it, see what was recognised and refused, import it, take it back if it was the wrong one. */
export function ImportContacts({ from }: { from: ContactImport }) {
  const titleId = useId();
  const inputId = useId();
  const choose = () => document.getElementById(inputId)?.click();
  if (!from.isOpen) return null;
  const { content, actions } = partsOf(from, choose);
  return (
    <Dialog open onClose={from.close} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{importWords.title}</DialogTitle>
      <DialogContent>
        <input
          id={inputId}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          hidden
          aria-label={importWords.chooseLabel}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) from.take(file);
            // The same file may be chosen again, once it was mended.
            target.value = '';
          }}
        />
        <Stack sx={{ gap: 2 }}>
          {content}
          <Fault error={from.error} />
        </Stack>
      </DialogContent>
      <DialogActions>{actions}</DialogActions>
    </Dialog>
  );
}

interface Parts {
  content: ReactNode;
  actions: ReactNode;
}

const contained = { variant: 'contained', color: 'primary' } as const;

function partsOf(from: ContactImport, choose: () => void): Parts {
  const { taken, fileName, error } = from;
  if (fileName === null || (taken === null && error !== null)) return chooseParts(from, choose);
  switch (taken?.state) {
    case undefined:
    case 'reading':
    case 'writing':
    case 'undoing':
      return { content: <UnderWay fileName={fileName} taken={taken} />, actions: <Close from={from} isEnd={false} /> };
    case 'checked':
      return checkedParts(from, taken, choose);
    case 'finished':
      return finishedParts(from, taken);
    case 'undone':
      return { content: <Alert severity="success">{importWords.undone}</Alert>, actions: <Close from={from} isEnd /> };
    case 'failed':
    case 'cancelled':
      return {
        content: <Alert severity="error">{taken.error ?? importWords.givenUp}</Alert>,
        actions: (
          <>
            <Close from={from} isEnd={false} />
            <Button {...contained} onClick={from.again}>
              {importWords.otherFile}
            </Button>
          </>
        ),
      };
  }
}

function chooseParts(from: ContactImport, choose: () => void): Parts {
  return {
    content: <Typography>{importWords.what}</Typography>,
    actions: (
      <>
        <Close from={from} isEnd={false} />
        <Button {...contained} startIcon={<UploadOutlined />} onClick={choose}>
          {importWords.choose}
        </Button>
      </>
    ),
  };
}

function checkedParts(from: ContactImport, taken: Import, choose: () => void): Parts {
  const people = taken.imported + taken.known;
  return {
    content: <Checked taken={taken} busy={from.busy} onChange={from.change} />,
    actions: (
      <>
        <Button variant="text" onClick={choose} disabled={from.busy} sx={{ mr: 'auto' }}>
          {importWords.otherFile}
        </Button>
        <Close from={from} isEnd={false} />
        <Button {...contained} onClick={from.write} loading={from.busy} disabled={people === 0}>
          {importWords.import(people)}
        </Button>
      </>
    ),
  };
}

function finishedParts(from: ContactImport, { imported, known, duplicates, invalid }: Import): Parts {
  return {
    content: (
      <Alert severity="success" role="status">
        <Typography variant="subtitle1">{importWords.doneTitle(imported)}</Typography>
        {importWords.doneWhat(known, duplicates, invalid)}
      </Alert>
    ),
    actions: (
      <>
        <Button onClick={from.undo} loading={from.busy}>
          {importWords.undo}
        </Button>
        <Close from={from} isEnd />
      </>
    ),
  };
}

/** The way out: the end of it, or giving it up. */
function Close({ from, isEnd }: { from: ContactImport; isEnd: boolean }) {
  const isWriting = from.taken?.state === 'writing' || from.taken?.state === 'undoing';
  return (
    <Button {...(isEnd && contained)} onClick={from.close}>
      {isEnd ? importWords.done : isWriting ? common.close : common.cancel}
    </Button>
  );
}

function UnderWay({ fileName, taken }: { fileName: string; taken: Import | null }) {
  const told = useLive(({ imports }) => (taken ? imports.get(taken.id) : undefined));
  const state = taken?.state;
  const people = taken ? taken.rows - taken.duplicates - taken.invalid : 0;
  const written = Math.min(told?.writtenUpTo ?? 0, people);
  const words =
    state === 'writing'
      ? importWords.writing(written, people)
      : state === 'undoing'
        ? importWords.undoing
        : importWords.reading(told?.rows ?? taken?.rows ?? 0);
  return (
    <>
      <Typography variant="subtitle1" sx={{ overflowWrap: 'anywhere' }}>
        {importWords.sending(fileName)}
      </Typography>
      <LinearProgress
        aria-label={importWords.sending(fileName)}
        aria-valuetext={words}
        {...(state === 'writing' && people > 0 && { variant: 'determinate', value: (written / people) * 100 })}
      />
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {words} {state === 'writing' && importWords.goesOn}
      </Typography>
    </>
  );
}
