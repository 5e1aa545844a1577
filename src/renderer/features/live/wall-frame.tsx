import FullscreenExitOutlined from '@mui/icons-material/FullscreenExitOutlined';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { type ReactNode, type RefObject, useSyncExternalStore } from 'react';
import { Messages } from '../../app/shell/messages.tsx';
import { PauseAll } from '../../app/shell/pause-all.tsx';
import { Logo } from '../../components/logo.tsx';
import { live } from '../../words/live.ts';
import { wallZoom } from './wall-zoom.ts';

interface WallFrameProps {
  clock: ReactNode;
  button: RefObject<HTMLButtonElement | null>;
  onLeave: () => void;
  children: ReactNode;
}

/** The board on a wall: it fills the screen and grows with it; what every screen must tell and offer stays above it. */
export function WallFrame({ clock, button, onLeave, children }: WallFrameProps) {
  const zoom = useWallZoom();
  return (
    <Stack
      style={{ zoom, width: `calc(100vw / ${zoom})`, height: `calc(100vh / ${zoom})` }}
      sx={{ position: 'fixed', top: 0, left: 0, zIndex: 'appBar', bgcolor: 'background.canvas', overflow: 'hidden' }}
    >
      <Stack component="header" direction="row" sx={{ alignItems: 'center', gap: 1.25, px: 3, height: 60, flexShrink: 0 }}>
        <Logo size={24} />
        <Typography variant="h1" sx={{ fontSize: 18 }}>
          {live.title}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {clock}
        <PauseAll />
        <Tooltip title={live.leaveFullScreen}>
          <IconButton ref={button} aria-label={live.leaveFullScreen} onClick={onLeave}>
            <FullscreenExitOutlined />
          </IconButton>
        </Tooltip>
      </Stack>
      <Messages />
      {children}
    </Stack>
  );
}

function useWallZoom(): number {
  return useSyncExternalStore(onResize, () => wallZoom(window.innerWidth, window.innerHeight));
}

function onResize(tell: () => void): () => void {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}
