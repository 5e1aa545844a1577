import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { number } from '../lib/format.ts';

export interface FilterChoice<F extends string> {
  name: F;
  word: string;
  /** How many rows it shows; null while nobody knows. */
  count: number | null;
}

interface FilterRowProps<F extends string> {
  label: string;
  choices: readonly FilterChoice<F>[];
  value: F;
  onChange: (name: F) => void;
}

/** Which rows of a list are shown, each choice with how many it holds. */
export function FilterRow<F extends string>({ label, choices, value, onChange }: FilterRowProps<F>) {
  return (
    <ToggleButtonGroup
      exclusive
      aria-label={label}
      value={value}
      onChange={(_, name: F | null) => name !== null && onChange(name)}
      sx={{ maxWidth: 1, overflowX: 'auto' }}
    >
      {choices.map(({ name, word, count }) => (
        <ToggleButton key={name} value={name} sx={{ gap: 0.75, flexShrink: 0 }}>
          {word}
          {count !== null && (
            <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
              {number(count)}
            </Box>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
