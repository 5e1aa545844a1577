import { MenuItem, Stack, TextField, Typography } from '@mui/material';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { type Delimiter, DELIMITERS, FILE_ENCODINGS, type FileEncoding } from '../../../../shared/domain/import-options.ts';
import { Panel } from '../../../components/panel.tsx';
import { columnsWords, delimiters, encodings } from '../../../words/import.ts';

interface ReadingPanelProps {
  checked: Import;
  busy: boolean;
  onRead: (choices: ImportChoices) => void;
}

/** In other columns the mapping of before means nothing: they are recognised anew. */
const ANEW = { mapping: {} } as const;

/** Characters, separator and header as they were recognised, and to be changed. */
export function ReadingPanel({ checked: { encoding, delimiter, hasHeader }, busy, onRead }: ReadingPanelProps) {
  return (
    <Panel title={columnsWords.readingTitle}>
      <Stack sx={{ p: 2, gap: 2 }}>
        <TextField
          select
          size="small"
          label={columnsWords.encoding}
          helperText={columnsWords.encodingHelp}
          value={encoding ?? ''}
          disabled={busy}
          onChange={({ target }) => onRead({ encoding: target.value as FileEncoding, ...ANEW })}
        >
          {FILE_ENCODINGS.map((name) => (
            <MenuItem key={name} value={name}>
              {encodings[name]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={columnsWords.delimiter}
          value={delimiter ?? ''}
          disabled={busy}
          onChange={({ target }) => onRead({ delimiter: target.value as Delimiter, ...ANEW })}
        >
          {DELIMITERS.map((sign) => (
            <MenuItem key={sign} value={sign}>
              {delimiters[sign]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={columnsWords.header}
          value={hasHeader ? 'yes' : 'no'}
          disabled={busy}
          onChange={({ target }) => onRead({ hasHeader: target.value === 'yes', ...ANEW })}
        >
          {(['yes', 'no'] as const).map((answer) => (
            <MenuItem key={answer} value={answer}>
              {columnsWords.headers[answer]}
            </MenuItem>
          ))}
        </TextField>
        <Typography variant="caption" component="p" sx={{ m: 0, color: 'text.secondary' }}>
          {hasHeader ? columnsWords.kept : columnsWords.notKept}
        </Typography>
      </Stack>
    </Panel>
  );
}
