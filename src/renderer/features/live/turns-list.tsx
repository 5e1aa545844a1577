import { Box, Stack, Typography } from '@mui/material';
import { memo, useId } from 'react';
import { number } from '../../lib/format.ts';
import { slotsWords } from '../../words/live.ts';

export interface Turns {
  userId: string;
  name: string;
  turns: number;
}

/** Fairness: how many turns each took. */
export function TurnsList({ turns }: { turns: readonly Turns[] }) {
  const headId = useId();
  const most = Math.max(...turns.map((one) => one.turns), 0);
  return (
    <Box sx={{ px: 2, py: 1.5 }}>
      <Typography id={headId} variant="label" component="h3" sx={{ color: 'text.secondary', m: 0, mb: 0.5 }}>
        {slotsWords.turns}
      </Typography>
      {most === 0 ? (
        <Typography variant="caption" component="div" sx={{ color: 'text.tertiary' }}>
          {slotsWords.noTurns}
        </Typography>
      ) : (
        <Stack component="ul" aria-labelledby={headId} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {turns.map(({ userId, name, turns: taken }) => (
            <Taken key={userId} name={name} taken={taken} most={most} />
          ))}
        </Stack>
      )}
    </Box>
  );
}

const Taken = memo(function Taken({ name, taken, most }: { name: string; taken: number; most: number }) {
  return (
    <Stack component="li" direction="row" sx={{ alignItems: 'center', gap: 1, height: 24 }}>
      <Typography variant="caption" noWrap title={name} sx={{ width: 84, color: 'text.secondary' }}>
        {name}
      </Typography>
      <Box aria-hidden sx={{ flex: 1 }}>
        <Box style={{ width: `${(taken / most) * 100}%` }} sx={{ height: 8, borderRadius: '2px', bgcolor: 'neutral.fill' }} />
      </Box>
      <Typography variant="caption" sx={{ minWidth: 24, textAlign: 'right', fontWeight: 500, fontVariantNumeric: 'tabular-nums' }}>
        {number(taken)}
      </Typography>
    </Stack>
  );
});
