import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';

/** A list that stays alive beside the drawer that tells of one of its rows. */
export function ListAndDrawer({ children, drawer }: { children: ReactNode; drawer: ReactNode }) {
  return (
    <Stack direction="row" sx={{ flex: 1, minHeight: 0, position: 'relative' }}>
      <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column', containerType: 'inline-size' }}>
        {children}
      </Box>
      {drawer}
    </Stack>
  );
}
