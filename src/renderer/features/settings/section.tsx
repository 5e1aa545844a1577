import ChevronLeft from '@mui/icons-material/ChevronLeft';
import { Box, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link as RouteLink } from 'wouter';

interface SectionProps {
  title: string;
  intro: string;
  /** What this section offers first. */
  actions?: ReactNode;
  /** What it is a part of, and where that is. */
  within?: { word: string; href: string };
  children: ReactNode;
}

/** A section of the settings: its name, a sentence what it is, and its panels. */
export function Section({ title, intro, actions, within, children }: SectionProps) {
  const head = useRef<HTMLHeadingElement>(null);
  // What was used to come here may be gone with the part before: whoever uses the keyboard goes on from the head of this one.
  useEffect(() => {
    if (document.activeElement === document.body) head.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Stack sx={{ gap: 2, minHeight: 1 }}>
      {within && (
        <Link
          component={RouteLink}
          href={within.href}
          variant="body2"
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            alignSelf: 'flex-start',
            minHeight: 28,
            mt: -1,
            ml: -0.5,
            color: 'text.secondary',
          }}
        >
          <ChevronLeft aria-hidden sx={{ fontSize: 16 }} />
          {within.word}
        </Link>
      )}
      <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography ref={head} tabIndex={-1} variant="h2" sx={{ outline: 'none' }}>
            {title}
          </Typography>
          <Typography variant="body2" sx={{ mt: 0.5, maxWidth: 620, color: 'text.secondary' }}>
            {intro}
          </Typography>
        </Box>
        {actions}
      </Stack>
      {children}
    </Stack>
  );
}
