import { Box, Typography } from '@mui/material';
import type { DataState } from '../../../../shared/contract/data.ts';
import { mono } from '../../../app/theme/tokens.ts';
import { Panel } from '../../../components/panel.tsx';
import { dataWords, sizeInWords } from '../../../words/settings/data.ts';
import { CopyIcon } from '../form/copy-button.tsx';

/** Where the files are. */
export function PlacesPanel({ data: { paths, databaseBytes } }: { data: DataState }) {
  return (
    <Panel title={dataWords.places}>
      <Box component="dl" sx={{ m: 0, py: 1 }}>
        <Place word={dataWords.folder} path={paths.folder} />
        <Place word={dataWords.database} path={paths.database} note={dataWords.size(sizeInWords(databaseBytes))} />
        <Place word={dataWords.backups} path={paths.backups} />
        {paths.log !== null && <Place word={dataWords.log} path={paths.log} />}
      </Box>
    </Panel>
  );
}

/** A path, which can be copied: a browser opens no folder. */
export function Place({ word, path, note }: { word: string; path: string; note?: string }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, pl: 2, pr: 1, minHeight: 36 }}>
      <Typography component="dt" variant="subtitle2" sx={{ width: 88, flexShrink: 0 }}>
        {word}
      </Typography>
      <Box
        component="dd"
        title={path}
        sx={{ m: 0, flex: 1, minWidth: 0, fontFamily: mono, fontSize: 12, color: 'text.secondary', overflowWrap: 'anywhere' }}
      >
        {path}
      </Box>
      {note !== undefined && (
        <Typography component="dd" variant="body2" sx={{ m: 0, color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {note}
        </Typography>
      )}
      <Box component="dd" sx={{ m: 0 }}>
        <CopyIcon text={path} of={word} />
      </Box>
    </Box>
  );
}
