import { Box } from '@mui/material';
import type { ReactNode } from 'react';

interface VisuallyHiddenProps {
  /** Where something else is named by it. */
  id?: string;
  component?: 'span' | 'div';
  children: ReactNode;
}

/** The look of what is for a screen reader alone. */
export const visuallyHidden = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

/** Words for a screen reader alone. */
export const VisuallyHidden = ({ id, component = 'span', children }: VisuallyHiddenProps) => (
  <Box component={component} id={id} sx={visuallyHidden}>
    {children}
  </Box>
);
