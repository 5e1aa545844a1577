import type { SvgIconComponent } from '@mui/icons-material';

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
    <span className="rm-mark">
      <Icon
        aria-hidden
        className={`rm-icon ${of.tone}${of.pulses ? ' pulses' : ''}`}
        style={size === 16 ? undefined : { fontSize: size }}
      />
      {word}
    </span>
  );
}
