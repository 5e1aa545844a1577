import { Box, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';

export interface Choice<T extends string> {
  value: T;
  word: string;
  /** What it is or needs, in a sentence. */
  what: string;
}

interface ChoiceListProps<T extends string> {
  name: string;
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}

/** One of a few ways, each with a sentence on what it needs: for a choice that cannot be made by the word alone. */
export function ChoiceList<T extends string>({ name, label, value, choices, onChange }: ChoiceListProps<T>) {
  return (
    <RadioGroup name={name} aria-label={label} value={value} onChange={(_, chosen) => onChange(chosen as T)} sx={{ px: 1, pt: 0.5, pb: 1 }}>
      {choices.map((choice) => (
        <Row key={choice.value} choice={choice} />
      ))}
    </RadioGroup>
  );
}

function Row<T extends string>({ choice: { value, word, what } }: { choice: Choice<T> }) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', gap: 0.5, py: 0.5 }}>
      <Radio value={value} id={id} sx={{ flexShrink: 0 }} slotProps={{ input: { 'aria-describedby': `${id}-what` } }} />
      <Box sx={{ pt: 0.75, cursor: 'pointer' }} component="label" htmlFor={id}>
        <Typography variant="subtitle2" component="span" sx={{ display: 'block' }}>
          {word}
        </Typography>
        <Typography
          id={`${id}-what`}
          variant="caption"
          component="span"
          aria-hidden
          sx={{ display: 'block', mt: 0.25, color: 'text.secondary' }}
        >
          {what}
        </Typography>
      </Box>
    </Box>
  );
}
