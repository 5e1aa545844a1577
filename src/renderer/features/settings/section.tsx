import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  intro: string;
  /** What this section offers first. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A section of the settings: its name, a sentence what it is, and its panels. */
export function Section({ title, intro, actions, children }: SectionProps) {
  return (
    <Stack sx={{ gap: 2, minHeight: 1 }}>
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2">{title}</Typography>
          <Typography variant="body2" sx={{ mt: 0.5, maxWidth: 620, color: 'text.secondary' }}>
            {intro}
          </Typography>
        </Box>
        {actions}
      </Stack>
      {children}
    </Stack>
  );
}
