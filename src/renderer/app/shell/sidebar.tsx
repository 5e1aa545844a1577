import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import { Box, ButtonBase, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { Link, useRoute } from 'wouter';
import { Brand, Logo } from '../../components/logo.tsx';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import { initials, number } from '../../lib/format.ts';
import { shell } from '../../words/shell.ts';
import { useLive } from '../live/live-store.ts';
import { signOut, useUser } from '../session/session.ts';
import { size } from '../theme/tokens.ts';
import { Slots } from './slots.tsx';

export const RAIL = 64;

/** Where one can go, how many calls are up, and who one is. Narrow windows get a rail of icons, with names in tooltips. */
export function Sidebar({ rail }: { rail: boolean }) {
  return (
    <Stack component="nav" aria-label={shell.mainNavigation} sx={{ width: rail ? RAIL : size.sidebar, flexShrink: 0, px: 1.5, pb: 1.5 }}>
      <Stack sx={{ height: size.header, justifyContent: 'center', alignItems: rail ? 'center' : 'flex-start', px: rail ? 0 : 1 }}>
        {rail ? <Logo size={22} /> : <Brand />}
      </Stack>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 0.25 }}>
        <li>
          <CampaignsLink rail={rail} />
        </li>
      </Stack>
      <Box sx={{ flex: 1 }} />
      <Slots rail={rail} />
      <Person rail={rail} />
    </Stack>
  );
}

function CampaignsLink({ rail }: { rail: boolean }) {
  const [isHere] = useRoute('/campaigns/:tab?');
  const running = useLive((state) => [...state.campaigns.values()].filter(({ status }) => status === 'active').length);
  return (
    <Tooltip title={rail ? shell.campaigns : ''} placement="right">
      <ButtonBase
        component={Link}
        href="/campaigns/active"
        aria-current={isHere ? 'page' : undefined}
        {...(rail && { 'aria-label': shell.campaigns })}
        sx={{
          width: 1,
          height: size.control,
          px: rail ? 0 : 1,
          gap: 1.25,
          justifyContent: rail ? 'center' : 'flex-start',
          borderRadius: '6px',
          fontSize: 13,
          fontWeight: 500,
          color: isHere ? 'text.primary' : 'text.secondary',
          bgcolor: isHere ? 'action.selected' : 'transparent',
          '&:hover': { bgcolor: isHere ? 'action.selected' : 'action.hover', color: 'text.primary' },
        }}
      >
        <CampaignOutlined aria-hidden sx={{ fontSize: 18, color: isHere ? 'primary.main' : 'text.tertiary' }} />
        {!rail && shell.campaigns}
        {!rail && running > 0 && (
          <Box component="span" sx={{ ml: 'auto', fontSize: 12, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
            <span aria-hidden>{number(running)}</span>
            <VisuallyHidden>, {shell.runningHint(running)}</VisuallyHidden>
          </Box>
        )}
      </ButtonBase>
    </Tooltip>
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
