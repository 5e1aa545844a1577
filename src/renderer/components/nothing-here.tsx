import { Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** An empty list: one sentence what this is, and the button that fills it. */
export function NothingHere({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <Stack role="status" sx={{ alignItems: 'center', justifyContent: 'center', gap: 2, flex: 1, px: 3, py: 6, textAlign: 'center' }}>
      <Typography sx={{ color: 'text.secondary', maxWidth: 460 }}>{children}</Typography>
      {action}
    </Stack>
  );
}
