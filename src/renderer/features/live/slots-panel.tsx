import { Box, Stack, Typography } from '@mui/material';
import { memo } from 'react';
import type { BoardUser, LiveBoard } from '../../../shared/contract/board.ts';
import { Panel } from '../../components/panel.tsx';
import { Pips } from '../../components/pips.tsx';
import { slotsWords } from '../../words/live.ts';
import { PANEL } from './calls-up-panel.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { type Turns, TurnsList } from './turns-list.tsx';

type Share = Pick<BoardUser, 'name' | 'up' | 'limit' | 'waiting'>;

/** Who has how many slots, and how the turns of the last hour were shared: an admin sees each person, a supervisor herself and the rest. */
export const SlotsPanel = memo(function SlotsPanel({ board: { users, system }, everyone }: { board: LiveBoard; everyone: boolean }) {
  const own = users[0];
  const shares: Share[] = everyone
    ? users
    : [
        { ...(own ?? NOBODY), name: slotsWords.you },
        { ...system, name: slotsWords.everyone },
      ];
  const turns: Turns[] = everyone
    ? users
    : [
        { userId: 'you', name: slotsWords.you, turns: own?.turns ?? 0 },
        { userId: 'others', name: slotsWords.everyoneElse, turns: system.turns - (own?.turns ?? 0) },
      ];
  return (
    <Panel title={everyone ? slotsWords.bySupervisor : slotsWords.own} sx={PANEL}>
      <ScrollArea label={everyone ? slotsWords.bySupervisor : slotsWords.own}>
        <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shares.map((share, place) => (
            <SlotShare key={everyone ? users[place]?.userId : share.name} {...shareOf(share)} />
          ))}
        </Stack>
        <TurnsList turns={turns} />
      </ScrollArea>
    </Panel>
  );
});

const NOBODY = { up: 0, limit: 0, waiting: 0 };

/** Without what is not shown, so that whoever's figures stay is not drawn again. */
const shareOf = ({ name, up, limit, waiting }: Share): Share => ({ name, up, limit, waiting });

const SlotShare = memo(function SlotShare({ name, up, limit, waiting }: Share) {
  const state = limit === 0 ? slotsWords.noCalls : waiting > 0 && up >= limit ? slotsWords.full : null;
  return (
    <Box component="li" sx={{ px: 2, py: 1.75, borderBottom: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ alignItems: 'baseline', gap: 1 }}>
        <Typography variant="subtitle1" noWrap title={name} sx={{ flex: 1 }}>
          {name}
        </Typography>
        <Typography variant="subtitle1" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {slotsWords.of(up, limit)}
        </Typography>
      </Stack>
      <Box sx={{ my: 1, maxWidth: Math.max(up, limit, 1) * 40 }}>
        <Pips up={up} of={limit} height={10} />
      </Box>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {[slotsWords.waiting(waiting), state].filter(Boolean).join(', ')}
      </Typography>
    </Box>
  );
});
