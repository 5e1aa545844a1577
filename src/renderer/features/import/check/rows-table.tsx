import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import PhoneDisabledOutlined from '@mui/icons-material/PhoneDisabledOutlined';
import { Box, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import type { CheckedRow, ImportRowKind } from '../../../../shared/contract/imports.ts';
import { Phone } from '../../../components/phone.tsx';
import { number } from '../../../lib/format.ts';
import { rowsWords } from '../../../words/import.ts';

interface RowsTableProps {
  rows: readonly CheckedRow[];
  kind: ImportRowKind;
}

const ELLIPSIS = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Rows of a file by their line. The cell that decided stands out, with the reason below it. */
export function RowsTable({ rows, kind }: RowsTableProps) {
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={rowsWords.table[kind]}
      sx={{ flex: 1, minHeight: 0, containerType: 'inline-size', '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      <Table stickyHeader sx={{ tableLayout: 'fixed' }}>
        {kind === 'warning' ? <Remarks rows={rows} /> : <People rows={rows} kind={kind} />}
      </Table>
    </TableContainer>
  );
}

/** Company gives way first. */
const LAST = { '@container (max-width: 620px)': { display: 'none' } } as const;

function People({ rows, kind }: Pick<RowsTableProps, 'rows' | 'kind'>) {
  return (
    <>
      <TableHead>
        <TableRow>
          <TableCell align="right" sx={{ width: 72 }}>
            {rowsWords.line}
          </TableCell>
          <TableCell sx={{ width: '24%' }}>{rowsWords.name}</TableCell>
          <TableCell sx={{ width: '25%' }}>{rowsWords.phone}</TableCell>
          <TableCell>{rowsWords.email}</TableCell>
          <TableCell sx={{ width: '19%', ...LAST }}>{rowsWords.company}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.line} line={row.line}>
            <Plain first>{row.name}</Plain>
            <TableCell>
              <PhoneCell row={row} isInvalid={kind === 'invalid'} />
            </TableCell>
            <Plain>{row.email}</Plain>
            <TableCell sx={{ color: 'text.secondary', ...ELLIPSIS, ...LAST }} title={row.company}>
              {row.company}
            </TableCell>
          </Row>
        ))}
      </TableBody>
    </>
  );
}

function PhoneCell({ row: { phoneNumber, doNotCall, remark }, isInvalid }: { row: CheckedRow; isInvalid: boolean }) {
  if (remark) return <Told value={remark.value} reason={remark.reason} isInvalid={isInvalid} />;
  return (
    <>
      <Box sx={{ ...ELLIPSIS, color: 'text.secondary' }}>
        <Phone number={phoneNumber} />
      </Box>
      {doNotCall && (
        <Reason>
          <PhoneDisabledOutlined aria-hidden sx={{ fontSize: 13 }} />
          {rowsWords.doNotCall}
        </Reason>
      )}
    </>
  );
}

function Remarks({ rows }: Pick<RowsTableProps, 'rows'>) {
  return (
    <>
      <TableHead>
        <TableRow>
          <TableCell align="right" sx={{ width: 72 }}>
            {rowsWords.line}
          </TableCell>
          <TableCell sx={{ width: '26%' }}>{rowsWords.name}</TableCell>
          <TableCell sx={{ width: '24%' }}>{rowsWords.column}</TableCell>
          <TableCell>{rowsWords.value}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ line, name, remark }) => (
          <Row key={`${line} ${remark?.column}`} line={line}>
            <Plain first>{name}</Plain>
            <Plain>{remark?.column ?? ''}</Plain>
            <TableCell>{remark && <Told value={remark.value} reason={remark.reason} isInvalid={false} />}</TableCell>
          </Row>
        ))}
      </TableBody>
    </>
  );
}

const Row = ({ line, children }: { line: number; children: ReactNode }) => (
  <TableRow sx={{ '& td': { height: 48 } }}>
    <TableCell align="right" sx={{ color: 'text.tertiary' }}>
      {number(line)}
    </TableCell>
    {children}
  </TableRow>
);

const Plain = ({ first = false, children }: { first?: boolean; children: string }) => (
  <TableCell title={children} sx={{ ...ELLIPSIS, ...(first ? { fontWeight: 500 } : { color: 'text.secondary' }) }}>
    {children}
  </TableCell>
);

/** A cell that decided: as it came, and why. */
function Told({ value, reason, isInvalid }: { value: string; reason: string; isInvalid: boolean }) {
  return (
    <>
      {value !== '' && (
        <Box sx={{ fontWeight: 600, ...ELLIPSIS }} title={value}>
          {value}
        </Box>
      )}
      <Reason isInvalid={isInvalid}>
        {isInvalid && <ErrorOutlined aria-hidden sx={{ fontSize: 13, flexShrink: 0 }} />}
        {reason}
      </Reason>
    </>
  );
}

const Reason = ({ isInvalid = false, children }: { isInvalid?: boolean; children: ReactNode }) => (
  <Stack
    direction="row"
    sx={{ alignItems: 'center', gap: 0.5, fontSize: 12, lineHeight: '16px', color: isInvalid ? 'error.main' : 'text.secondary' }}
  >
    {children}
  </Stack>
);
