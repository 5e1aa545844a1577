import { Button, Link as StyledLink, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'wouter';
import { ellipsis } from '../../../app/theme/tokens.ts';
import type { FigureShare } from '../../../../shared/contract/analytics.ts';
import { Panel } from '../../../components/panel.tsx';
import { number, percent } from '../../../lib/format.ts';
import { talkTime } from '../../../lib/talk-time.ts';
import { breakdownWords as words } from '../../../words/analytics.ts';
import { common } from '../../../words/common.ts';

/** More stand below a button. */
const FEW = 10;

interface BreakdownPanelProps {
  of: 'campaigns' | 'agents' | 'users';
  rows: readonly FigureShare[];
  /** Whether it is said whose each is. */
  withOwners: boolean;
  /** The page with the calls of one alone. */
  hrefOf: (id: string) => string;
}

/** The figures in parts, the largest first; each leads to the page of its own figures. */
export function BreakdownPanel({ of, rows, withOwners, hrefOf }: BreakdownPanelProps) {
  const [all, setAll] = useState(false);
  const isLong = rows.length > FEW;
  return (
    <Panel
      title={words[of]}
      note={number(rows.length)}
      actions={
        isLong && (
          <Button size="small" variant="text" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.showFew : words.showAll(rows.length)}
          </Button>
        )
      }
      sx={{ alignSelf: 'start', minWidth: 0 }}
    >
      <TableContainer>
        <Table aria-label={words[of]} sx={{ tableLayout: 'fixed', minWidth: 400 }}>
          <TableHead>
            <TableRow>
              <TableCell>{words.heads[of]}</TableCell>
              <TableCell align="right" sx={{ width: 72 }}>
                {words.calls}
              </TableCell>
              <TableCell align="right" sx={{ width: 100 }}>
                {words.successRate}
              </TableCell>
              <TableCell align="right" sx={{ width: 104 }}>
                {words.averageTalk}
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {(all ? rows : rows.slice(0, FEW)).map((row) => (
              <Row key={row.id} row={row} note={noteOf(row, withOwners)} href={of === 'campaigns' && row.deleted ? null : hrefOf(row.id)} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Panel>
  );
}

const noteOf = ({ ownerName, deleted }: FigureShare, withOwners: boolean): string =>
  [...(withOwners ? [words.of(ownerName)] : []), ...(deleted ? [words.deleted] : [])].join(', ');

function Row({ row, note, href }: { row: FigureShare; note: string; href: string | null }) {
  const { name, calls, completed, successful, talkSeconds } = row;
  return (
    <TableRow hover={href !== null}>
      <TableCell sx={{ ...ellipsis, fontWeight: 500 }} title={name}>
        {href === null ? (
          name
        ) : (
          <StyledLink component={Link} href={href} title={words.only(name)} sx={{ color: 'text.primary' }}>
            {name}
          </StyledLink>
        )}
        {note !== '' && (
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 0.75 }}>
            {note}
          </Typography>
        )}
      </TableCell>
      <TableCell align="right">{number(calls)}</TableCell>
      <TableCell align="right" sx={{ color: 'text.secondary' }}>
        {completed === 0 ? common.nothing : percent(successful / completed)}
      </TableCell>
      <TableCell align="right" sx={{ color: 'text.secondary' }}>
        {successful === 0 ? common.nothing : talkTime(talkSeconds / successful)}
      </TableCell>
    </TableRow>
  );
}
