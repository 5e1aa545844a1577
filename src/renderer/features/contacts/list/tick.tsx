import { Box } from '@mui/material';
import type { MouseEvent } from 'react';

interface TickProps {
  label: string;
  checked: boolean;
  /** Some of what it stands for is ticked, not all. */
  some?: boolean;
  /** Out of the order of the keyboard, where keys of the list do the same. */
  quiet?: boolean;
  onTick: (event: MouseEvent) => void;
}

/** Drawn by hand, for the browser's own is grey in the dark. */
export const TICK = {
  appearance: 'none',
  display: 'grid',
  placeContent: 'center',
  width: 16,
  height: 16,
  m: 0,
  flexShrink: 0,
  borderRadius: '3px',
  border: '1.5px solid',
  borderColor: 'line.strong',
  cursor: 'pointer',
  // As large as what may be clicked must be.
  position: 'relative',
  '&::after': { content: '""', position: 'absolute', inset: '-8px' },
  '&:checked, &:indeterminate': { bgcolor: 'primary.fill', borderColor: 'primary.fill' },
  '&::before': { content: '""', width: 10, height: 10, bgcolor: 'common.white', clipPath: 'inset(50%)' },
  '&:checked::before': { clipPath: 'polygon(14% 47%, 4% 59%, 38% 89%, 98% 22%, 87% 11%, 37% 67%)' },
  '&:indeterminate::before': { clipPath: 'inset(42% 8%)' },
} as const;

/** A box to tick, as light as the browser's own: a list draws dozens of them in one frame. */
export function Tick({ label, checked, some = false, quiet = false, onTick }: TickProps) {
  return (
    <Box
      component="input"
      type="checkbox"
      aria-label={label}
      checked={checked}
      tabIndex={quiet ? -1 : 0}
      ref={(box: HTMLInputElement | null) => {
        if (box) box.indeterminate = some && !checked;
      }}
      onChange={() => undefined}
      onClick={(event: MouseEvent) => {
        event.stopPropagation();
        onTick(event);
      }}
      sx={TICK}
    />
  );
}
