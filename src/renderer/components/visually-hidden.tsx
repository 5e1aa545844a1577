import { Box } from '@mui/material';
import type { ReactNode } from 'react';

/** Words for a screen reader alone. */
export const VisuallyHidden = ({ children, component = 'span' }: { children: ReactNode; component?: 'span' | 'div' }) => (
  <Box
    component={component}
    sx={{ position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}
  >
    {children}
  </Box>
);
