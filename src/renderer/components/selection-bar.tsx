import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { SelectedCount, type SelectedCountProps } from './selected-count.tsx';

interface SelectionBarProps extends SelectedCountProps {
  label: string;
  /** What can be done with whoever is ticked. */
  children: ReactNode;
}

/** Above the head of a list: who is ticked, and what can be done with them. */
export function SelectionBar({ label, children, ...count }: SelectionBarProps) {
  return (
    <Stack
      component="section"
      aria-label={label}
      direction="row"
      sx={{
        alignItems: 'center',
        gap: 1,
        px: 3,
        minHeight: 48,
        flexShrink: 0,
        borderTop: 1,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'primary.tint',
      }}
    >
      <SelectedCount {...count} />
      <Box sx={{ flex: 1 }} />
      {children}
    </Stack>
  );
}
