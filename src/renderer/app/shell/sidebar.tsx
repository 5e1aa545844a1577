import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { Brand, Logo } from '../../components/logo.tsx';
import { initials } from '../../lib/format.ts';
import { shell } from '../../words/shell.ts';
import { signOut, useUser } from '../session/session.ts';
import { size } from '../theme/tokens.ts';
import { Lamps } from './lamps.tsx';
import { Navigation } from './navigation.tsx';
import { Slots } from './slots.tsx';
import { TodayProvider } from './today.tsx';

export const RAIL = 64;

/** Where one can go, how many calls are up, whether telephony and deliveries work, and who one is. Narrow windows get a rail of icons, with names in tooltips. */
export function Sidebar({ rail }: { rail: boolean }) {
  return (
    <Stack
      component="nav"
      aria-label={shell.mainNavigation}
      sx={{ width: rail ? RAIL : size.sidebar, flexShrink: 0, px: 1.5, pb: 1.5, isolation: 'isolate' }}
    >
      <Stack sx={{ height: size.header, justifyContent: 'center', alignItems: rail ? 'center' : 'flex-start', px: rail ? 0 : 1 }}>
        {rail ? <Logo size={22} /> : <Brand />}
      </Stack>
      <TodayProvider>
        <Navigation rail={rail} />
        <Box sx={{ flex: 1 }} />
        <Slots rail={rail} />
      </TodayProvider>
      <Lamps rail={rail} />
      <Person rail={rail} />
    </Stack>
  );
}

function Person({ rail }: { rail: boolean }) {
  const user = useUser();
  return (
    <Stack
      direction={rail ? 'column' : 'row'}
      sx={{ alignItems: 'center', gap: 1.25, pl: rail ? 0 : 1, pt: 1, borderTop: 1, borderColor: 'divider' }}
    >
      <Tooltip title={rail ? user.name : ''} placement="right">
        <Box
          role="img"
          aria-label={user.name}
          sx={{
            width: 28,
            height: 28,
            borderRadius: '50%',
            display: 'grid',
            placeContent: 'center',
            fontSize: 11,
            fontWeight: 600,
            bgcolor: 'primary.tint',
            color: 'primary.main',
            border: 1,
            borderColor: 'primary.line',
          }}
        >
          {initials(user.name)}
        </Box>
      </Tooltip>
      {!rail && (
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="subtitle2" noWrap title={user.email}>
            {user.name}
          </Typography>
          <Typography variant="caption" component="div" sx={{ color: 'text.tertiary' }}>
            {shell.role[user.role]}
          </Typography>
        </Box>
      )}
      <Tooltip title={shell.signOut} placement={rail ? 'right' : 'top'}>
        <IconButton aria-label={shell.signOut} onClick={() => void signOut()}>
          <LogoutOutlined />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}
