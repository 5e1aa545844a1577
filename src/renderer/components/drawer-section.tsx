import { Box, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface DrawerSectionProps {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** One part of what a drawer tells, below a hairline. */
export function DrawerSection({ title, note, actions, children }: DrawerSectionProps) {
  const headId = useId();
  return (
    <Box component="section" aria-labelledby={headId} sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, mb: 0.75, minHeight: 20 }}>
        <Typography id={headId} component="h3" variant="h3">
          {title}
        </Typography>
        {note && (
          <Typography variant="caption" sx={{ color: 'text.tertiary' }}>
            {note}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {actions}
      </Stack>
      {children}
    </Box>
  );
}
