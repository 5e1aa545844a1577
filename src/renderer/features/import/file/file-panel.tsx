import { Box, Typography } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { Panel } from '../../../components/panel.tsx';
import { number } from '../../../lib/format.ts';
import { delimiters, encodings, fileWords, sizeInWords } from '../../../words/import.ts';
import { hasPhoneColumn } from '../columns/column-mapping.ts';
import type { Taking } from '../taking.ts';

const { fact } = fileWords;

/** What is known of a file that was read. */
export function FilePanel({ taking: { file }, checked }: { taking: Taking; checked: Import }) {
  const { encoding, delimiter, hasHeader, columns, rows, bytes } = checked;
  const facts: [string, string][] = [
    [fact.name, file.name],
    [fact.size, sizeInWords(bytes)],
    [fact.rows, hasPhoneColumn(columns) ? number(rows) : fileWords.rowsUnknown],
    [fact.encoding, encoding ? encodings[encoding] : ''],
    [fact.delimiter, delimiter ? delimiters[delimiter] : ''],
    [fact.header, hasHeader ? fileWords.header.yes : fileWords.header.no],
  ];
  return (
    <Panel title={fileWords.facts} sx={{ maxWidth: 640 }}>
      <Box component="dl" sx={{ m: 0, p: 2, display: 'grid', gridTemplateColumns: '140px minmax(0, 1fr)', rowGap: 1, columnGap: 2 }}>
        {facts.map(([word, told]) => (
          <Box key={word} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" sx={{ color: 'text.tertiary' }}>
              {word}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {told}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ m: 0, px: 2, pb: 2, color: 'text.secondary' }}>
        {fileWords.factsHelp}
      </Typography>
    </Panel>
  );
}
