import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, IconButton, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Tooltip } from '@mui/material';
import { ellipsis } from '../../../app/theme/tokens.ts';
import type { User } from '../../../../shared/contract/users.ts';
import { useUser } from '../../../app/session/session.ts';
import { Mark, type MarkOf } from '../../../components/mark.tsx';
import { MoreMenu } from '../../../components/more-menu.tsx';
import { number } from '../../../lib/format.ts';
import { common } from '../../../words/common.ts';
import { settings } from '../../../words/settings/common.ts';
import { users as words } from '../../../words/settings/users.ts';
import { ActionsHead } from '../form/actions-head.tsx';

const STATES: Readonly<Record<'active' | 'off', MarkOf>> = {
  active: { word: words.active, icon: CheckCircleOutlined, tone: 'neutral' },
  off: { word: words.off, icon: BlockOutlined, tone: 'warning' },
};

export interface UserVerbs {
  onEdit: (user: User) => void;
  onSwitchOff: (user: User) => void;
  onSwitchOn: (user: User) => void;
  onHandOver: (user: User) => void;
}

/** Everyone who may sign in, those switched off included. */
export function UserTable({ users, ...verbs }: UserVerbs & { users: readonly User[] }) {
  return (
    <TableContainer>
      <Table aria-label={words.table} sx={{ tableLayout: 'fixed', minWidth: 700 }}>
        <TableHead>
          <TableRow>
            <TableCell>{words.name}</TableCell>
            <TableCell sx={{ width: '28%' }}>{words.email}</TableCell>
            <TableCell sx={{ width: 96 }}>{words.role}</TableCell>
            <TableCell align="right" sx={{ width: 64 }}>
              {words.limit}
            </TableCell>
            <TableCell sx={{ width: 116 }}>{words.state}</TableCell>
            <ActionsHead width={96} />
          </TableRow>
        </TableHead>
        <TableBody>
          {users.map((user) => (
            <UserRow key={user.id} user={user} {...verbs} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function UserRow({ user, onEdit, onSwitchOff, onSwitchOn, onHandOver }: UserVerbs & { user: User }) {
  const me = useUser();
  const isMe = user.id === me.id;
  const items = [
    { word: words.handOver, run: () => onHandOver(user) },
    ...(user.active ? [] : [{ word: words.switchOn, run: () => onSwitchOn(user) }]),
    // Nobody locks themselves out by a slip.
    ...(user.active && !isMe ? [{ word: words.switchOff, run: () => onSwitchOff(user) }] : []),
  ];
  return (
    <TableRow sx={{ '& td:not(:first-of-type)': { color: 'text.secondary' } }}>
      <TableCell sx={{ fontWeight: 500, overflowWrap: 'anywhere', color: user.active ? 'text.primary' : 'text.secondary' }}>
        {user.name}
        {isMe && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.tertiary' }}>
            {' '}
            ({words.you})
          </Box>
        )}
      </TableCell>
      <TableCell sx={ellipsis} title={user.email}>
        {user.email}
      </TableCell>
      <TableCell>{words.roles[user.role]}</TableCell>
      <TableCell align="right">{number(user.concurrentCallsLimit)}</TableCell>
      <TableCell>
        <Mark of={user.active ? STATES.active : STATES.off} />
      </TableCell>
      <TableCell align="right">
        <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
          <Tooltip title={common.edit}>
            <IconButton aria-label={settings.editOf(user.name)} onClick={() => onEdit(user)}>
              <EditOutlined />
            </IconButton>
          </Tooltip>
          <MoreMenu word={settings.more} label={settings.moreFor(user.name)} items={items} />
        </Stack>
      </TableCell>
    </TableRow>
  );
}
