import { Link, TableRow, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { c } from '../app/theme/tokens.ts';
import { common } from '../words/common.ts';

interface OpeningRowProps {
  /** What it opens stands beside the table now. */
  isOpen?: boolean;
  onOpen: () => void;
  children: ReactNode;
}

/** A row of a table that opens something by a click anywhere on it. The keyboard takes its `RowOpener`, whose click is the row's. */
export const OpeningRow = ({ isOpen = false, onOpen, children }: OpeningRowProps) => (
  <TableRow
    hover
    selected={isOpen}
    onClick={onOpen}
    sx={{ cursor: 'pointer', ...(isOpen && { '& td:first-of-type': { boxShadow: `inset 2px 0 0 ${c.primary.main}` } }) }}
  >
    {children}
  </TableRow>
);

/** The name in an `OpeningRow`: what the keyboard reaches and Enter opens. */
export const RowOpener = ({ name }: { name: string }) => (
  <Tooltip title={name} describeChild>
    <Link component="button" variant="body2" noWrap sx={{ color: 'text.primary', display: 'block', maxWidth: 1, textAlign: 'left' }}>
      {name || common.unnamed}
    </Link>
  </Tooltip>
);
