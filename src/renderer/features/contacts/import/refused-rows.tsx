import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Box, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { number } from '../../../lib/format.ts';
import { importWords } from '../../../words/contacts.ts';

const SHOWN = 200;

/** The rows that will not be taken over, each with its line, as it came, and the reason. */
export function RefusedRows({ taken: { refused, invalid } }: { taken: Import }) {
  const rows = refused.filter(({ kind }) => kind === 'invalid').slice(0, SHOWN);
  if (rows.length === 0) return null;
  return (
    <Box>
      <Typography component="h3" variant="h3" sx={{ mb: 0.5 }}>
        {importWords.refused}
        {rows.length < invalid && (
          <Typography component="span" variant="caption" sx={{ ml: 1, color: 'text.tertiary' }}>
            {importWords.firstRefused(rows.length)}
          </Typography>
        )}
      </Typography>
      <TableContainer
        tabIndex={0}
        role="region"
        aria-label={importWords.refused}
        sx={{ maxHeight: 200, border: 1, borderColor: 'divider', borderRadius: '8px', '&:focus-visible': { outlineOffset: '-2px' } }}
      >
        <Table stickyHeader size="small">
          <TableHead>
            <TableRow>
              <TableCell align="right" sx={{ width: 64 }}>
                {importWords.refusedLine}
              </TableCell>
              <TableCell>{importWords.refusedReason}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.line}>
                <TableCell align="right" sx={{ color: 'text.tertiary' }}>
                  {number(row.line)}
                </TableCell>
                <TableCell>
                  <Box component="span" sx={{ fontWeight: 600, mr: 1 }}>
                    {row.value}
                  </Box>
                  <Stack
                    component="span"
                    direction="row"
                    sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'error.main' }}
                  >
                    <ErrorOutlined aria-hidden sx={{ fontSize: 13 }} />
                    {row.reason}
                  </Stack>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
