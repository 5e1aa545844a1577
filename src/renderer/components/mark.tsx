import type { SvgIconComponent } from '@mui/icons-material';
import { Box } from '@mui/material';

export type ToneName = 'success' | 'warning' | 'error' | 'info' | 'neutral';

export interface MarkOf {
  word: string;
  icon: SvgIconComponent;
  tone: ToneName;
  /** What is up now pulses; nothing else does. */
  pulses?: boolean;
}

/** A state as the eye reads it: a coloured icon and a plain word, never the colour alone. */
export function Mark({ of, word = of.word, size = 16 }: { of: MarkOf; word?: string; size?: number }) {
  const Icon = of.icon;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap', verticalAlign: 'top' }}>
      <Icon
        aria-hidden
        sx={{
          fontSize: size,
          color: `${of.tone}.main`,
          flexShrink: 0,
          ...(of.pulses && { animation: 'rm-pulse 1.6s ease-in-out infinite' }),
        }}
      />
      {word}
    </Box>
  );
}
