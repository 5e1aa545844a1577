import { Box, ButtonBase, Stack, Tooltip } from '@mui/material';
import { Link } from 'wouter';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import { number } from '../../lib/format.ts';
import { shell } from '../../words/shell.ts';
import { useAddress } from '../address.ts';
import { useLive } from '../live/live-store.ts';
import { type Place, PLACES } from './places.ts';
import { useToday } from './today.tsx';
import { size } from '../theme/tokens.ts';

export function Navigation({ rail }: { rail: boolean }) {
  const [location] = useAddress();
  const isWithin = (start: string) => location === start || location.startsWith(`${start}/`);
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 0.25 }}>
      {PLACES.map((place) => (
        <li key={place.name}>
          <PlaceLink place={place} rail={rail} isHere={place.within.some(isWithin)} />
        </li>
      ))}
    </Stack>
  );
}

function PlaceLink({ place: { name, icon: Icon, href }, rail, isHere }: { place: Place; rail: boolean; isHere: boolean }) {
  const word = shell.nav[name];
  return (
    <Tooltip title={rail ? word : ''} placement="right">
      <ButtonBase
        component={Link}
        href={href}
        aria-current={isHere ? 'page' : undefined}
        {...(rail && { 'aria-label': word })}
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
        <Icon aria-hidden sx={{ fontSize: 18, color: isHere ? 'primary.main' : 'text.tertiary' }} />
        {!rail && word}
        {!rail && name === 'campaigns' && <Running />}
        {!rail && name === 'queue' && <Waiting />}
      </ButtonBase>
    </Tooltip>
  );
}

/** How many campaigns run, at the end of their link. */
function Running() {
  const running = useLive((state) => [...state.campaigns.values()].filter(({ status }) => status === 'active').length);
  return <Count count={running} hint={shell.runningHint(running)} />;
}

/** How many people wait, at the end of the queue's. */
function Waiting() {
  const waiting = useToday()?.waiting ?? 0;
  return <Count count={waiting} hint={shell.waitingHint(waiting)} />;
}

function Count({ count, hint }: { count: number; hint: string }) {
  if (count === 0) return null;
  return (
    <Box component="span" sx={{ ml: 'auto', fontSize: 12, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
      <span aria-hidden>{number(count)}</span>
      <VisuallyHidden>, {hint}</VisuallyHidden>
    </Box>
  );
}
