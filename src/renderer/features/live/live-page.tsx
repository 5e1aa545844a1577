import Add from '@mui/icons-material/Add';
import FullscreenOutlined from '@mui/icons-material/FullscreenOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { localTimeOf } from '../../../shared/domain/calendar.ts';
import { placeOf } from '../../../shared/domain/time-words.ts';
import { useLive } from '../../app/live/live-store.ts';
import { Page } from '../../app/shell/page.tsx';
import { Fault } from '../../components/fault.tsx';
import { SlotRing } from '../../components/slot-ring.tsx';
import { useNow } from '../../lib/use-now.ts';
import { useTitle } from '../../lib/use-title.ts';
import { live } from '../../words/live.ts';
import { NEW_CAMPAIGN } from '../import/take-file.ts';
import { BoardLoading } from './board-loading.tsx';
import { BoardView } from './board-view.tsx';
import { useBoard } from './use-board.ts';
import { useWall } from './use-wall.ts';
import { WallFrame } from './wall-frame.tsx';

/** The wallboard: what is up now, what today came to, who is next. Good on a screen on the wall. */
export function LivePage() {
  useTitle(live.title);
  const { isOn, toggle, button } = useWall();
  const { data: board, error, again } = useBoard();
  const slots = useLive((state) => state.slots);
  const tabs = useLive((state) => state.tabs);
  const isEmpty = tabs !== null && Object.values(tabs).every((count) => count === 0);
  const clock = board && <Clock timeZone={board.timeZone} />;
  const content = isEmpty ? (
    <NothingYet />
  ) : (
    <Scrolls>
      {error !== null && (
        <Box sx={{ mb: 2 }}>
          <Fault error={error} onRetry={again} />
        </Box>
      )}
      {board && slots ? <BoardView board={board} slots={slots} /> : error === null && <BoardLoading />}
    </Scrolls>
  );
  if (isOn) {
    return (
      <WallFrame clock={clock} button={button} onLeave={toggle}>
        {content}
      </WallFrame>
    );
  }
  return (
    <Page
      title={live.title}
      mark={clock}
      actions={
        <Button ref={button} startIcon={<FullscreenOutlined />} onClick={toggle}>
          {live.fullScreen}
        </Button>
      }
    >
      {content}
    </Page>
  );
}

/** The time by which the board goes, and where it is. */
function Clock({ timeZone }: { timeZone: string }) {
  const now = useNow();
  const seconds = String(Math.floor(now / 1000) % 60).padStart(2, '0');
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'baseline', gap: 1, mx: 1, whiteSpace: 'nowrap' }}>
      <Box
        component="time"
        role="timer"
        aria-label={live.clock(placeOf(timeZone))}
        sx={{ fontSize: 18, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
      >
        {localTimeOf(now, timeZone)}:{seconds}
      </Box>
      <Typography component="span" variant="body2" sx={{ color: 'text.tertiary' }}>
        {placeOf(timeZone)}
      </Typography>
    </Box>
  );
}

const Scrolls = ({ children }: { children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
  <Box
    role="group"
    aria-label={live.board}
    tabIndex={0}
    sx={{
      flex: 1,
      minHeight: 0,
      overflow: 'auto',
      px: 3,
      pb: 3,
      containerType: 'inline-size',
      '&:focus-visible': { outlineOffset: '-2px' },
    }}
  >
    {children}
  </Box>
);

function NothingYet() {
  return (
    <Stack sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', px: 3 }}>
      <SlotRing />
      <Typography variant="h2" sx={{ mt: 3, fontSize: 20, lineHeight: '28px' }}>
        {live.empty.title}
      </Typography>
      <Typography sx={{ mt: 1, maxWidth: 440, textAlign: 'center', color: 'text.secondary' }}>{live.empty.what}</Typography>
      <Button variant="contained" color="primary" startIcon={<Add />} component={Link} href={NEW_CAMPAIGN} sx={{ mt: 3 }}>
        {live.empty.newCampaign}
      </Button>
    </Stack>
  );
}
