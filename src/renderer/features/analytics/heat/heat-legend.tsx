import { Box, Stack, Typography } from '@mui/material';
import { heatWords as words } from '../../../words/analytics.ts';
import { heatColour } from './heat-colour.ts';
import { FEWEST_CALLS, type HeatSteps, STEPS } from './heat-steps.ts';

/** What the colours say, in words. */
export function HeatLegend({ steps }: { steps: HeatSteps | null }) {
  const entries = [{ step: 0, word: words.steps.few(FEWEST_CALLS) }, ...(steps === null ? [] : stepWords(steps))];
  return (
    <Stack
      component="ul"
      direction="row"
      aria-label={words.legend}
      sx={{ listStyle: 'none', p: 0, m: 0, mt: 1.25, pl: '38px', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}
    >
      {entries.map(({ step, word }) => (
        <Stack component="li" key={word} direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
          <Box
            aria-hidden
            sx={{ width: 16, height: 12, borderRadius: '2px', border: 1, borderColor: 'transparent', ...heatColour(1, step) }}
          />
          <Typography variant="caption" component="span" sx={{ color: 'text.secondary' }}>
            {word}
          </Typography>
        </Stack>
      ))}
    </Stack>
  );
}

function stepWords({ from, size }: HeatSteps): { step: number; word: string }[] {
  return Array.from({ length: STEPS }, (_, place) => {
    const low = from + (place - 1) * size;
    const word = place === 0 ? words.steps.first(from) : place === STEPS - 1 ? words.steps.last(low) : words.steps.between(low, low + size);
    return { step: place + 1, word };
  });
}
