import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** What a panel holds beyond its height, within reach of the keyboard. */
export function ScrollArea({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <Box
      role="group"
      aria-label={label}
      tabIndex={0}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: '-2px' } }}
    >
      {children}
    </Box>
  );
}
