import { Box, Card, Radio, RadioGroup, Typography } from '@mui/material';
import { useId } from 'react';

export interface Choice<T extends string> {
  value: T;
  word: string;
  /** What it is or needs, in a sentence. */
  what: string;
  /** What it asks of whoever chooses it, in two words beside its name. */
  needs?: string;
}

interface ChoiceListProps<T extends string> {
  name: string;
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  /** Each in a card of its own, where the choice is what the screen is for. */
  asCards?: boolean;
  onChange: (value: T) => void;
}

/** One of a few ways, each with a sentence on what it needs: for a choice that cannot be made by the word alone. */
export function ChoiceList<T extends string>({ name, label, value, choices, asCards = false, onChange }: ChoiceListProps<T>) {
  return (
    <RadioGroup
      name={name}
      aria-label={label}
      value={value}
      onChange={(_, chosen) => onChange(chosen as T)}
      sx={asCards ? { gap: 1.5 } : { px: 1, pt: 0.5, pb: 1 }}
    >
      {choices.map((choice) =>
        asCards ? (
          <Card key={choice.value} sx={{ px: 1.5, py: 1, ...(choice.value === value && CHOSEN) }}>
            <Row choice={choice} />
          </Card>
        ) : (
          <Row key={choice.value} choice={choice} />
        ),
      )}
    </RadioGroup>
  );
}

/** The edge of the chosen card, drawn outward so that nothing in it moves. */
const CHOSEN = { borderColor: 'primary.main', boxShadow: '0 0 0 1px var(--rm-palette-primary-main)' } as const;

function Row<T extends string>({ choice: { value, word, what, needs } }: { choice: Choice<T> }) {
  const id = useId();
  return (
    <Box sx={{ display: 'flex', gap: 0.5, py: 0.5, position: 'relative' }}>
      <Radio
        value={value}
        id={id}
        sx={{ flexShrink: 0 }}
        slotProps={{ input: { 'aria-describedby': needs ? `${id}-needs ${id}-what` : `${id}-what` } }}
      />
      <Box sx={{ pt: 0.75, flex: 1, minWidth: 0, cursor: 'pointer' }} component="label" htmlFor={id}>
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
      {needs && (
        <Typography
          id={`${id}-needs`}
          variant="caption"
          component="span"
          aria-hidden
          sx={{ position: 'absolute', top: 12, right: 4, color: 'text.tertiary' }}
        >
          {needs}
        </Typography>
      )}
    </Box>
  );
}
