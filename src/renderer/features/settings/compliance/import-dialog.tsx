import UploadOutlined from '@mui/icons-material/UploadOutlined';
import { Alert, Box, Button, LinearProgress, Typography } from '@mui/material';
import { type FormEvent, useId, useRef } from 'react';
import { Fault } from '../../../components/fault.tsx';
import { importList } from '../../../words/settings/compliance.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { CheckedNumbers } from './checked-numbers.tsx';
import { written } from './list-import.ts';
import { useListImport } from './use-list-import.ts';

/** A list of numbers as a file: looked at before anything is written, and followed to its end. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { file, taken, told, send, read, begin, giveUp } = useListImport();
  const input = useRef<HTMLInputElement>(null);
  const choose = () => input.current?.click();
  const isChecked = taken?.state === 'checked';
  const numbers = taken ? taken.imported + taken.known : 0;
  const isOver = taken?.state === 'writing' || taken?.state === 'finished';
  const close = () => {
    giveUp();
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void begin.run();
  };
  return (
    <FormDialog
      title={importList.title}
      keep={isOver || !taken ? importList.close : importList.giveUp}
      confirm={isChecked ? importList.begin(numbers) : null}
      disabled={numbers === 0 || read.busy}
      form={{ submit, busy: begin.busy, error: begin.error }}
      onClose={close}
    >
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        hidden
        aria-label={importList.choose}
        onChange={({ target }) => {
          const [list] = target.files ?? [];
          if (list) void send.run(list);
          // The same file may be chosen again, once it was mended.
          target.value = '';
        }}
      />
      {!file && <Typography>{importList.what}</Typography>}
      <Fault error={send.error} />
      <Fault error={read.error} />
      {send.error === null && file && (!taken || taken.state === 'reading') && (
        <Progress words={importList.reading(file.name, told?.rows ?? 0)} />
      )}
      {taken?.state === 'writing' && <Writing {...(written(taken, told) ?? { done: 0, of: numbers })} />}
      {isChecked && <CheckedNumbers taken={taken} busy={read.busy} onChange={(choices) => void read.run(choices)} />}
      {taken?.state === 'finished' && <Alert severity="success">{importList.done(taken.imported, taken.known)}</Alert>}
      {taken?.state === 'failed' && <Alert severity="error">{taken.error ?? importList.failed}</Alert>}
      {taken?.state === 'cancelled' && <Alert severity="info">{taken.error ?? importList.cancelled}</Alert>}
      {!isOver && !send.busy && (
        <Box>
          <Button startIcon={<UploadOutlined />} onClick={choose} {...(!taken && { variant: 'contained', color: 'primary' })}>
            {file ? importList.otherFile : importList.choose}
          </Button>
        </Box>
      )}
    </FormDialog>
  );
}

const Writing = ({ done, of }: { done: number; of: number }) => (
  <Progress words={importList.writing(done, of)} share={of === 0 ? 0 : done / of} />
);

function Progress({ words, share }: { words: string; share?: number }) {
  const labelId = useId();
  return (
    <Box>
      <LinearProgress aria-labelledby={labelId} {...(share !== undefined && { variant: 'determinate', value: share * 100 })} />
      <Typography id={labelId} variant="body2" role="status" sx={{ mt: 1, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {words}
      </Typography>
    </Box>
  );
}
