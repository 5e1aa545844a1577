import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTitle } from '../lib/use-title.ts';
import { Brand } from './logo.tsx';

interface EntranceProps {
  title: string;
  intro: string;
  /** Beside the logo: where one stands. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** The frame of every screen before the first campaign: one column, one thing to do. */
export function Entrance({ title, intro, aside, children }: EntranceProps) {
  useTitle(title);
  return (
    <Box component="main" sx={{ minHeight: '100%', display: 'flex', overflow: 'auto', bgcolor: 'background.canvas', px: 3, py: 4 }}>
      <Stack sx={{ width: 560, maxWidth: 1, m: 'auto', gap: 4 }}>
        <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
          <Brand size={28} />
          {aside}
        </Stack>
        <Box>
          <Typography variant="h1" sx={{ fontSize: 24, lineHeight: '32px' }}>
            {title}
          </Typography>
          <Typography variant="body1" sx={{ mt: 0.75, color: 'text.secondary', maxWidth: 520 }}>
            {intro}
          </Typography>
        </Box>
        {children}
      </Stack>
    </Box>
  );
}
