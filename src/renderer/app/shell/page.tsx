import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTitle } from '../../lib/use-title.ts';
import { size } from '../theme/tokens.ts';
import { PaletteButton } from '../palette/palette-button.tsx';
import { Messages } from './messages.tsx';
import { PauseAll } from './pause-all.tsx';

interface PageProps {
  title: string;
  /** Where one came from, above the title. */
  above?: ReactNode;
  /** The state of what the screen is about, beside the title. */
  mark?: ReactNode;
  /** What belongs to it, below the title. */
  meta?: ReactNode;
  /** What this screen offers, left of what every screen does. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A screen within the shell: its head, which carries Pause all, what must be told, and its content. */
export function Page({ title, above, mark, meta, actions, children }: PageProps) {
  useTitle(title);
  return (
    <>
      <Stack
        component="header"
        direction="row"
        // Where there is no room beside the title, what can be done stands below it.
        sx={{
          alignItems: 'center',
          flexWrap: 'wrap',
          columnGap: 1,
          px: 3,
          minHeight: size.header,
          flexShrink: 0,
          ...(above && { pt: 1.5 }),
        }}
      >
        <Box sx={{ flex: '1 1 200px', minWidth: 0, ...(!above && { py: 1 }) }}>
          {above}
          <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, minWidth: 0 }}>
            <Typography variant="h1" noWrap title={title}>
              {title}
            </Typography>
            {mark && (
              <Typography component="span" variant="subtitle2" sx={{ flexShrink: 0 }}>
                {mark}
              </Typography>
            )}
          </Stack>
        </Box>
        <Stack
          direction="row"
          sx={{ alignItems: 'center', justifyContent: 'flex-end', flexWrap: 'wrap', gap: 1, ml: 'auto', py: 1.5, maxWidth: 1 }}
        >
          {actions}
          {actions && <Box aria-hidden sx={{ width: '1px', height: 20, mx: 0.5, bgcolor: 'line.hair' }} />}
          <Stack direction="row" sx={{ gap: 1 }}>
            <PaletteButton />
            <PauseAll />
          </Stack>
        </Stack>
        {meta && (
          <Typography variant="body2" component="div" sx={{ flexBasis: '100%', mb: 0.5, color: 'text.secondary' }}>
            {meta}
          </Typography>
        )}
      </Stack>
      <Messages />
      {children}
    </>
  );
}
