import { Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import type { ApiToken } from '../../../../shared/contract/access.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dateInWords, dayInWords } from '../../../../shared/domain/time-words.ts';
import { useUser } from '../../../app/session/session.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { viewerZone } from '../../../lib/format.ts';
import { useMinute } from '../../../lib/use-now.ts';
import { api as words } from '../../../words/settings/api.ts';
import { ActionsHead } from '../form/actions-head.tsx';
import { whenItWas } from '../when-it-was.ts';

interface TokenTableProps {
  tokens: readonly ApiToken[];
  onRevoke: (token: ApiToken) => void;
}

/** Tokens with what each may and when it was used; whose they are, for admins, who see everyone's. */
export function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  const isAdmin = useUser().role === 'admin';
  return (
    <TableContainer>
      <Table aria-label={words.tokensTable} sx={{ tableLayout: 'fixed', minWidth: isAdmin ? 700 : 580 }}>
        <TableHead>
          <TableRow>
            <TableCell>{words.name}</TableCell>
            <TableCell sx={{ width: 128 }}>{words.may}</TableCell>
            {isAdmin && <TableCell sx={{ width: 112 }}>{words.whose}</TableCell>}
            <TableCell align="right" sx={{ width: 136 }}>
              {words.lastUsed}
            </TableCell>
            <TableCell align="right" sx={{ width: 112 }}>
              {words.expires}
            </TableCell>
            <ActionsHead width={104} />
          </TableRow>
        </TableHead>
        <TableBody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} isAdmin={isAdmin} onRevoke={onRevoke} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function TokenRow({ token, isAdmin, onRevoke }: { token: ApiToken; isAdmin: boolean } & Pick<TokenTableProps, 'onRevoke'>) {
  const now = useMinute();
  const { name, ending, scope, userName, lastUsedAt, createdAt, expiresAt } = token;
  const madeOn = dayInWords(localDateOf(createdAt.getTime(), viewerZone()), localDateOf(now, viewerZone()));
  return (
    <TableRow sx={{ '& td:not(:first-of-type)': { color: 'text.secondary' }, '& td': { py: 0.75 } }}>
      <TableCell title={name} sx={{ fontWeight: 500, ...ellipsis }}>
        {name}
        <Typography variant="caption" component="div" noWrap sx={{ color: 'text.tertiary' }}>
          {words.ending(ending, madeOn)}
        </Typography>
      </TableCell>
      <TableCell>{words.scopes[scope][0]}</TableCell>
      {isAdmin && (
        <TableCell title={userName} sx={ellipsis}>
          {userName}
        </TableCell>
      )}
      <TableCell align="right">{lastUsedAt === null ? words.neverUsed : whenItWas(lastUsedAt, now)}</TableCell>
      <TableCell align="right">
        {expiresAt === null ? words.expiresNever : dateInWords(localDateOf(expiresAt.getTime(), viewerZone()))}
      </TableCell>
      <TableCell align="right">
        <Button size="small" aria-label={words.revokeOf(name)} onClick={() => onRevoke(token)}>
          {words.revoke}
        </Button>
      </TableCell>
    </TableRow>
  );
}
