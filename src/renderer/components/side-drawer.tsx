import Close from '@mui/icons-material/Close';
import { Box, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { common } from '../words/common.ts';

interface SideDrawerProps {
  title: string;
  note?: ReactNode;
  /** Beside the close button. */
  actions?: ReactNode;
  /** Steps through the list beside it, where there is one: arrow up and down. */
  onStep?: (by: -1 | 1) => void;
  onClose: () => void;
  children: ReactNode;
}

const WIDTH = 456;

/**
 * Tells of one row while the list beside it stays alive. Escape closes it and gives the focus back to whatever opened it. In a narrow
 * window it lies over the list.
 */
export function SideDrawer({ title, note, actions, onStep, onClose, children }: SideDrawerProps) {
  const headId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef<EventTarget | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    panel.current?.focus();
    return () => {
      // Whoever went on elsewhere stays there: another drawer may stand here now.
      if (document.activeElement !== document.body) return;
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    };
  }, []);
  // What was used last beside it, while it stood open, is what the focus goes back to.
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !panel.current?.contains(relatedTarget)) before.current = relatedTarget;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    if (event.key === 'Escape') onClose();
    else if (onStep && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && event.target === panel.current) {
      event.preventDefault();
      onStep(event.key === 'ArrowDown' ? 1 : -1);
    }
  };
  return (
    <Stack
      ref={panel}
      component="aside"
      aria-labelledby={headId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      sx={{
        width: WIDTH,
        maxWidth: 1,
        flexShrink: 0,
        height: 1,
        minHeight: 0,
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        outline: 'none',
        '@media (max-width: 1279.95px)': { position: 'absolute', right: 0, top: 0, bottom: 0, zIndex: 'drawer', boxShadow: 4 },
      }}
    >
      <Stack
        direction="row"
        sx={{ alignItems: 'center', gap: 1, minHeight: 56, pl: 2, pr: 1, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={headId} variant="h2" noWrap title={title}>
            {title}
          </Typography>
          {note && (
            <Typography variant="body2" component="div" noWrap sx={{ color: 'text.secondary' }}>
              {note}
            </Typography>
          )}
        </Box>
        {actions}
        <Tooltip title={common.close}>
          <IconButton aria-label={common.close} onClick={onClose}>
            <Close />
          </IconButton>
        </Tooltip>
      </Stack>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <Box role="group" aria-labelledby={headId} tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: 'auto' }}>
        {children}
      </Box>
    </Stack>
  );
}
