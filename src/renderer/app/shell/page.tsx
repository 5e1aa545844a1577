import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTitle } from '../../lib/use-title.ts';
import { size } from '../theme/tokens.ts';
import { Messages } from './messages.tsx';
import { PauseAll } from './pause-all.tsx';

interface PageProps {
  title: string;
  /** What this screen offers, left of what every screen does. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen within the shell: its head, which carries Pause all, what must be told, and its content. */
export function Page({ title, actions, children }: PageProps) {
  useTitle(title);
  return (
    <>
      <Stack component="header" direction="row" sx={{ alignItems: 'center', gap: 1, px: 3, minHeight: size.header, flexShrink: 0 }}>
        <Typography variant="h1" noWrap sx={{ flex: 1, minWidth: 0 }}>
          {title}
        </Typography>
        {actions}
        {actions && <Box aria-hidden sx={{ width: '1px', height: 20, mx: 0.5, bgcolor: 'line.hair' }} />}
        <PauseAll />
      </Stack>
      <Messages />
      {children}
    </>
  );
}
