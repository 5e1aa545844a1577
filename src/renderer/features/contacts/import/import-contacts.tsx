import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useId } from 'react';
import type { Import } from '../../../../shared/contract/imports.ts';
import { Fault } from '../../../components/fault.tsx';
import { common } from '../../../words/common.ts';
import { importWords } from '../../../words/contacts.ts';
import { checkOf, isReading, usableOf } from '../../import/follow/import-told.ts';
import { FILE_DIALOG, TakenFile } from '../../import/follow/taken-file.tsx';
import type { ContactImport } from './use-contact-import.ts';

const contained = { variant: 'contained', color: 'primary' } as const;

/** A file becomes contacts: choose it, see what was recognised and refused, import it, take it back if it was the wrong one. */
export function ImportContacts({ from }: { from: ContactImport }) {
  const titleId = useId();
  if (!from.isOpen) return null;
  return (
    <Dialog open onClose={from.close} {...FILE_DIALOG} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{importWords.title}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2, pt: 1 }}>
          <Content from={from} />
          <Fault error={from.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Actions from={from} />
      </DialogActions>
    </Dialog>
  );
}

function Content({ from }: { from: ContactImport }) {
  const { taken } = from;
  if (taken?.state === 'undone') return <Alert severity="success">{importWords.undone}</Alert>;
  if (taken?.state === 'finished') return <Finished taken={taken} />;
  return <TakenFile from={from} what={importWords.what} nobody={importWords.nobody} written={importWords.writing} />;
}

const Finished = ({ taken: { imported, known, duplicates, invalid } }: { taken: Import }) => (
  <Alert severity="success">
    <Typography variant="subtitle1">{importWords.doneTitle(imported)}</Typography>
    {importWords.doneWhat(known, duplicates, invalid)}
  </Alert>
);

/** What can be done with it now, and the way out. */
function Actions({ from }: { from: ContactImport }) {
  const { taken, close } = from;
  const checked = checkOf(from);
  switch (taken?.state) {
    case 'undone':
      return (
        <Button {...contained} onClick={close}>
          {importWords.done}
        </Button>
      );
    case 'finished':
      return (
        <>
          <Button onClick={from.undo} loading={from.busy === 'undo'}>
            {common.undo}
          </Button>
          <Button {...contained} onClick={close}>
            {importWords.done}
          </Button>
        </>
      );
    case 'writing':
    case 'undoing':
      return <Button onClick={close}>{common.close}</Button>;
    case 'checked':
    case 'reading':
    case 'failed':
    case 'cancelled':
    case undefined:
      return (
        <>
          <Button onClick={close}>{common.cancel}</Button>
          {checked && <Write from={from} people={usableOf(checked)} />}
        </>
      );
  }
}

const Write = ({ from, people }: { from: ContactImport; people: number }) => (
  <Button
    {...contained}
    onClick={from.begin}
    loading={from.busy === 'begin'}
    disabled={people === 0 || isReading(from) || from.busy !== null}
  >
    {importWords.import(people)}
  </Button>
);
