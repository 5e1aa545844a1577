import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Spoken } from './spoken.tsx';

/** An empty list: one sentence what this is, and the button that fills it. */
export function NothingHere({ children, action }: { children: string; action?: ReactNode }) {
  return (
    <Stack sx={{ alignItems: 'center', justifyContent: 'center', gap: 2, flex: 1, px: 3, py: 6, textAlign: 'center' }}>
      <Typography sx={{ color: 'text.secondary', maxWidth: 460, textWrap: 'balance' }}>
        <Spoken words={children} />
      </Typography>
      {action}
    </Stack>
  );
}
