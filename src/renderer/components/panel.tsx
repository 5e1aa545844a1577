import { Box, Card, Stack, type SxProps, type Theme, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface PanelProps {
  title: string;
  note?: string;
  actions?: ReactNode;
  children: ReactNode;
  sx?: SxProps<Theme>;
}

/** What went wrong in it stands off its edges. */
const OFF_EDGE = { '& > .MuiAlert-root': { m: 2 } } as const;

/** A card with a head: what it is, a note, and what it offers. */
export function Panel({ title, note, actions, children, sx }: PanelProps) {
  const headId = useId();
  return (
    <Card component="section" aria-labelledby={headId} sx={[OFF_EDGE, ...(Array.isArray(sx) ? sx : [sx])]}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 44, pl: 2, pr: 1, borderBottom: 1, borderColor: 'divider' }}>
        <Typography id={headId} component="h2" variant="h3" sx={{ flexShrink: 0 }}>
          {title}
        </Typography>
        {note && (
          <Typography variant="body2" noWrap sx={{ color: 'text.tertiary' }}>
            {note}
          </Typography>
        )}
        <Box sx={{ flex: 1 }} />
        {actions}
      </Stack>
      {children}
    </Card>
  );
}
