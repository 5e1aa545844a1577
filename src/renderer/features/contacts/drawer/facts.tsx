import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** One fact: its name and what it is, side by side. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" sx={{ color: 'text.tertiary' }}>
        {name}
      </Typography>
      <Typography component="dd" variant="body2" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </>
  );
}

export function Facts({ children }: { children: ReactNode }) {
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '132px minmax(0, 1fr)', columnGap: 2, rowGap: 0.75, m: 0 }}>
      {children}
    </Box>
  );
}
