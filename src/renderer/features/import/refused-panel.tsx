import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Import, RefusedRow } from '../../../shared/contract/imports.ts';
import { onDesktop } from '../../app/connection/client.ts';
import { ask } from '../../app/connection/send-file.ts';
import { sayFault } from '../../app/toasts.tsx';
import { Panel } from '../../components/panel.tsx';
import { number } from '../../lib/format.ts';
import { saveAs } from '../../lib/save-as.ts';
import { useTask } from '../../lib/use-task.ts';
import { refusedWords } from '../../words/import.ts';

interface RefusedPanelProps {
  taken: Import;
  kind: RefusedRow['kind'];
  /** What would mend them, where they can be mended here. */
  children: ReactNode;
}

/** The rows that will not be taken over, each with its line and the reason, as it came. */
export function RefusedPanel({ taken, kind, children }: RefusedPanelProps) {
  const rows = taken.refused.filter((row) => row.kind === kind);
  const all = kind === 'invalid' ? taken.invalid : taken.duplicates;
  const note = rows.length < all ? refusedWords.first(rows.length) : number(all);
  return (
    <Panel title={refusedWords.title[kind]} note={note} actions={<Download taken={taken} />} sx={{ flexShrink: 0 }}>
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ p: 2, color: 'text.secondary' }}>
          {refusedWords.none[kind]}
        </Typography>
      ) : (
        <RefusedTable rows={rows} title={refusedWords.table[kind]} />
      )}
      {kind === 'invalid' && <Box sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}>{children}</Box>}
    </Panel>
  );
}

function RefusedTable({ rows, title }: { rows: readonly RefusedRow[]; title: string }) {
  return (
    <TableContainer tabIndex={0} role="region" aria-label={title} sx={{ maxHeight: 280, '&:focus-visible': { outlineOffset: '-2px' } }}>
      <Table stickyHeader sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell align="right" sx={{ width: 72 }}>
              {refusedWords.line}
            </TableCell>
            <TableCell sx={{ width: '26%' }}>{refusedWords.column}</TableCell>
            <TableCell>{refusedWords.value}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.line} sx={{ '& td': { height: 48 } }}>
              <TableCell align="right" sx={{ color: 'text.tertiary' }}>
                {number(row.line)}
              </TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{row.column}</TableCell>
              <TableCell>
                {row.value !== '' && (
                  <Box sx={{ fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={row.value}>
                    {row.value}
                  </Box>
                )}
                <Reason row={row} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function Reason({ row: { kind, reason } }: { row: RefusedRow }) {
  const isInvalid = kind === 'invalid';
  return (
    <Stack
      direction="row"
      sx={{ alignItems: 'center', gap: 0.5, fontSize: 12, lineHeight: '16px', color: isInvalid ? 'error.main' : 'text.secondary' }}
    >
      {isInvalid && <ErrorOutlined aria-hidden sx={{ fontSize: 13 }} />}
      {reason}
    </Stack>
  );
}

/** All of them, however many: the engine writes them, over HTTP. */
function Download({ taken: { refusedUrl, fileName } }: { taken: Import }) {
  const download = useTask(async () => {
    if (refusedUrl === null) return;
    try {
      const text = await ask(refusedUrl.replace(/^\//, ''), {}).then((response) => response.text());
      saveAs(fileName.replace(/(\.[^.]+)?$/, '-refused.csv'), text);
    } catch (error) {
      sayFault(error);
    }
  });
  if (refusedUrl === null || onDesktop) return null;
  return (
    <Button size="small" variant="text" startIcon={<FileDownloadOutlined />} loading={download.busy} onClick={() => void download.run()}>
      {refusedWords.download}
    </Button>
  );
}
