import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { ChooseFile } from '../../../components/choose-file.tsx';
import { Fault } from '../../../components/fault.tsx';
import { fileWords } from '../../../words/import.ts';
import { CheckedFile } from '../check/checked-file.tsx';
import { checkOf, isReading } from './import-told.ts';
import { UnderWay } from './under-way.tsx';
import type { FileImport } from './use-file-import.ts';

/** A dialog in which a file is looked at. */
export const FILE_DIALOG = { fullWidth: true, maxWidth: false, slotProps: { paper: { sx: { maxWidth: 720 } } } } as const;

interface TakenFileProps {
  from: FileImport;
  /** What may be chosen, and what happens with it. */
  what: string;
  /** Said where no row is of use. */
  nobody: string;
  written: (done: number, of: number) => string;
  /** What each column is, where not the contacts' own columns are asked for. */
  columns?: ReactNode;
}

/** A file in a dialog, from the choice of it to the end of its writing. */
export function TakenFile({ from, what, nobody, written, columns }: TakenFileProps) {
  const { file, taken, notSent } = from;
  const checked = checkOf(from);
  if (file === null) {
    return (
      <>
        <Typography>{what}</Typography>
        <Choose from={from}>{fileWords.choose}</Choose>
      </>
    );
  }
  if (notSent !== null || taken?.state === 'failed' || taken?.state === 'cancelled') return <Failed from={from} name={file.name} />;
  if (checked) {
    return <CheckedFile from={from} checked={checked} busy={isReading(from) || from.busy !== null} nobody={nobody} columns={columns} />;
  }
  return <UnderWay name={file.name} taken={taken} written={written} />;
}

function Failed({ from, name }: { from: FileImport; name: string }) {
  const { notSent, taken } = from;
  return (
    <>
      <Typography variant="subtitle1" sx={{ overflowWrap: 'anywhere' }}>
        {fileWords.failedTitle(name)}
      </Typography>
      {notSent === null ? (
        <Alert severity="error" icon={<ErrorOutlined />}>
          {taken?.error ?? fileWords.givenUp}
        </Alert>
      ) : (
        <Fault error={notSent} />
      )}
      <Choose from={from}>{fileWords.otherFile}</Choose>
    </>
  );
}

const Choose = ({ from, children }: { from: FileImport; children: string }) => (
  <Box>
    <ChooseFile onFile={from.send} variant="contained" color="primary">
      {children}
    </ChooseFile>
  </Box>
);
