import { Box, Link, Stack, useMediaQuery } from '@mui/material';
import type { ReactNode } from 'react';
import { shell } from '../../words/shell.ts';
import { size } from '../theme/tokens.ts';
import { Toasts } from '../toasts.tsx';
import { RAIL, Sidebar } from './sidebar.tsx';

/** The frame of every screen after sign-in. */
export function Shell({ children }: { children: ReactNode }) {
  const rail = useMediaQuery('(max-width: 1279.95px)', { noSsr: true });
  return (
    <Box sx={{ display: 'flex', height: '100vh', overflow: 'hidden', bgcolor: 'background.canvas' }}>
      <SkipLink />
      <Sidebar rail={rail} />
      <Stack
        component="main"
        id="content"
        tabIndex={-1}
        sx={{
          flex: 1,
          minWidth: 0,
          bgcolor: 'background.default',
          borderLeft: 1,
          borderColor: 'divider',
          overflow: 'hidden',
          '&:focus-visible': { outline: 'none' },
        }}
      >
        {children}
      </Stack>
      <Toasts left={(rail ? RAIL : size.sidebar) + 24} />
    </Box>
  );
}

/** First in the order of the keyboard, seen only there. The address holds the route, so it moves the focus itself. */
function SkipLink() {
  return (
    <Link
      href="#content"
      variant="body2"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
      sx={{
        position: 'fixed',
        zIndex: 'tooltip',
        top: 8,
        left: 8,
        px: 1.5,
        py: 0.75,
        bgcolor: 'background.overlay',
        border: 1,
        borderColor: 'divider',
        '&:not(:focus)': { clipPath: 'inset(50%)', width: '1px', height: '1px', overflow: 'hidden', p: 0 },
      }}
    >
      {shell.skipToContent}
    </Link>
  );
}
