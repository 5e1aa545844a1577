import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import PhoneDisabledOutlined from '@mui/icons-material/PhoneDisabledOutlined';
import { Box, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import type { CheckedRow, ImportRowKind } from '../../../../shared/contract/imports.ts';
import type { ImportField } from '../../../../shared/domain/import-fields.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { Phone } from '../../../components/phone.tsx';
import { number } from '../../../lib/format.ts';
import { common } from '../../../words/common.ts';
import { rowsWords } from '../../../words/import.ts';

interface RowsTableProps {
  rows: readonly CheckedRow[];
  kind: ImportRowKind;
  /** What the columns of the file are: what it does not have is not shown. */
  fields: ReadonlySet<ImportField>;
}

/** Rows of a file by their line. The cell that decided stands out, with the reason below it. */
export function RowsTable({ rows, kind, fields }: RowsTableProps) {
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={rowsWords.table[kind]}
      sx={{ flex: 1, minHeight: 0, containerType: 'inline-size', '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      <Table stickyHeader sx={{ tableLayout: 'fixed' }}>
        {kind === 'warning' ? <Remarks rows={rows} /> : <People rows={rows} kind={kind} fields={fields} />}
      </Table>
    </TableContainer>
  );
}

/** The longest reason on one line, px. */
const REASONED = 256;

/** Company gives way first, then the address. */
const LAST = { '@container (max-width: 620px)': { display: 'none' } } as const;
const BEFORE_LAST = { '@container (max-width: 520px)': { display: 'none' } } as const;

function People({ rows, kind, fields }: RowsTableProps) {
  const hasName = fields.has('name') || fields.has('firstName') || fields.has('lastName');
  const [hasEmail, hasCompany] = [fields.has('email'), fields.has('company')];
  return (
    <>
      <TableHead>
        <TableRow>
          <TableCell align="right" sx={{ width: 72 }}>
            {rowsWords.line}
          </TableCell>
          {hasName && <TableCell sx={{ width: '20%' }}>{rowsWords.name}</TableCell>}
          <TableCell {...(hasEmail && { sx: { width: REASONED } })}>{rowsWords.phoneNumber}</TableCell>
          {hasEmail && <TableCell sx={BEFORE_LAST}>{rowsWords.email}</TableCell>}
          {hasCompany && <TableCell sx={{ width: '17%', ...LAST }}>{rowsWords.company}</TableCell>}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <Row key={row.line} line={row.line}>
            {hasName && <Plain first>{row.name}</Plain>}
            <TableCell>
              <PhoneCell row={row} isInvalid={kind === 'invalid'} />
            </TableCell>
            {hasEmail && <Plain sx={BEFORE_LAST}>{row.email}</Plain>}
            {hasCompany && <Plain sx={LAST}>{row.company}</Plain>}
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
      <Box sx={{ ...ellipsis, color: 'text.secondary' }}>
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

const Plain = ({ first = false, sx, children }: { first?: boolean; sx?: object; children: string }) => (
  <TableCell title={children} sx={{ ...ellipsis, ...(first ? { fontWeight: 500 } : { color: 'text.secondary' }), ...sx }}>
    {children || common.nothing}
  </TableCell>
);

/** A cell that decided: as it came, and why. */
function Told({ value, reason, isInvalid }: { value: string; reason: string; isInvalid: boolean }) {
  return (
    <>
      {value !== '' && (
        <Box sx={{ fontWeight: 600, ...ellipsis }} title={value}>
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
