import ArrowBack from '@mui/icons-material/ArrowBack';
import { Box, Button, LinearProgress, Stack } from '@mui/material';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { NARROW } from '../../app/theme/tokens.ts';
import { Fault } from '../../components/fault.tsx';
import { wizardWords } from '../../words/import.ts';

interface StepFrameProps {
  /** The name of the step, for whoever does not see the bar. */
  name: string;
  /** The file is being read again. */
  busy?: boolean;
  onSubmit: (form: HTMLFormElement) => void;
  footer: ReactNode;
  /** What went wrong with what the footer does. */
  error?: unknown;
  /** The content lays itself out and scrolls in its own parts. */
  fixed?: boolean;
  children: ReactNode;
}

/** One step: its content, which scrolls, and the bar that leads back and on. The step that one comes to has the focus. */
export function StepFrame({ name, busy = false, onSubmit, footer, error = null, fixed = false, children }: StepFrameProps) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => content.current?.focus({ preventScroll: true }), []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(event.currentTarget);
  };
  return (
    <Box component="form" noValidate onSubmit={submit} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box sx={{ height: 2, mt: '-2px', flexShrink: 0 }}>
        {busy && <LinearProgress aria-label={wizardWords.readingAgain} sx={{ height: 2, borderRadius: 0 }} />}
      </Box>
      <Box
        ref={content}
        role="group"
        aria-label={name}
        // What scrolls must be reached by keyboard.
        tabIndex={0}
        sx={{
          flex: 1,
          minHeight: 0,
          px: 3,
          py: 2.5,
          outline: 'none',
          '&:focus-visible': { outline: 'none' },
          ...(fixed ? { display: 'flex', flexDirection: 'column', overflow: 'auto' } : { overflow: 'auto' }),
        }}
      >
        {children}
      </Box>
      <Stack component="footer" sx={{ borderTop: 1, borderColor: 'divider', flexShrink: 0, px: 3, py: 1.5, gap: 1.5 }}>
        <Fault error={error} />
        <Stack direction="row" sx={{ alignItems: 'center', flexWrap: 'wrap', gap: 1, '& > :last-child': { ml: 'auto' } }}>
          {footer}
        </Stack>
      </Stack>
    </Box>
  );
}

/** Leads back to the step before. */
export function BackButton({ onClick, disabled = false, children }: { onClick: () => void; disabled?: boolean; children: string }) {
  return (
    <Button startIcon={<ArrowBack />} onClick={onClick} disabled={disabled}>
      {children}
    </Button>
  );
}

export const Gap = () => <Box sx={{ flex: 1 }} />;

/** A wide part and what stands beside it; one below the other where there is no room. */
export const SIDE_BY_SIDE = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 320px',
  gap: 2,
  alignItems: 'start',
  '@media (max-width: 1100px)': { gridTemplateColumns: 'minmax(0, 1fr) 288px' },
  [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
} as const;
