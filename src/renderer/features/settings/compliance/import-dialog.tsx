import { Alert } from '@mui/material';
import { common } from '../../../words/common.ts';
import { wizardWords } from '../../../words/import.ts';
import { importList } from '../../../words/settings/compliance.ts';
import { checkOf, isReading, usableOf } from '../../import/follow/import-told.ts';
import { FILE_DIALOG, TakenFile } from '../../import/follow/taken-file.tsx';
import { useFileImport } from '../../import/follow/use-file-import.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { ListColumnFields } from './list-column-fields.tsx';

/** A list of numbers as a file: looked at before anything is written, and followed to its end. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const from = useFileImport({ target: 'do-not-call' });
  const { taken, busy } = from;
  const checked = checkOf(from);
  const numbers = checked ? usableOf(checked) : 0;
  const isBusy = isReading(from) || busy !== null;
  const isOver = taken?.state === 'writing' || taken?.state === 'finished';
  return (
    <FormDialog
      title={importList.title}
      keep={isOver || !taken ? common.close : wizardWords.giveUp}
      confirm={checked ? importList.begin(numbers) : null}
      disabled={numbers === 0 || isBusy}
      room={FILE_DIALOG}
      form={{
        submit: (event) => {
          event.preventDefault();
          from.begin();
        },
        busy: busy === 'begin',
        error: from.error,
      }}
      onClose={onClose}
    >
      {taken?.state === 'finished' ? (
        <Alert severity="success">{importList.done(taken.imported, taken.known)}</Alert>
      ) : (
        <TakenFile
          from={from}
          what={importList.what}
          nobody={importList.nobody}
          written={importList.writing}
          columns={checked && <ListColumnFields checked={checked} busy={isBusy} onMap={(mapping) => from.change({ mapping })} />}
        />
      )}
    </FormDialog>
  );
}
