import { Box, Stack, Typography } from '@mui/material';
import { memo } from 'react';
import { OUTCOME_NAMES, type OutcomeName, type Outcomes } from '../../../shared/contract/analytics.ts';
import type { ChartColour } from '../../components/column-bars.tsx';
import { number } from '../../lib/format.ts';
import { outcomeWords } from '../../words/charts.ts';
import { summary } from '../../words/live.ts';

const COLOURS: Readonly<Record<OutcomeName, ChartColour>> = {
  completed: 'completed',
  'no-answer': 'noAnswer',
  busy: 'busy',
  voicemail: 'voicemail',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'plain',
};

/** What a letter of the words takes, and what stands around each of them, px. */
const LETTER = 7;
const AROUND = 32;

/** How the calls of today ended, as one bar, with a word and a number for each part of it. */
export const OutcomeStrip = memo(function OutcomeStrip({ outcomes }: { outcomes: Outcomes }) {
  const parts = OUTCOME_NAMES.filter((name) => name !== 'unknown' || outcomes.unknown > 0);
  const lengths = parts.map((name) => (outcomeWords[name].length + number(outcomes[name]).length) * LETTER + AROUND);
  const oneLine = `@container (min-width: ${lengths.reduce((sum, length) => sum + length, 0)}px)`;
  const twoLines = `@container (min-width: ${Math.ceil(parts.length / 2) * Math.max(...lengths)}px)`;
  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <Box aria-hidden sx={{ display: 'flex', gap: '2px', height: 12, borderRadius: '3px', overflow: 'hidden', bgcolor: 'chart.planned' }}>
        {parts.map(
          (name) =>
            outcomes[name] > 0 && (
              <Box key={name} style={{ flexGrow: outcomes[name] }} sx={{ minWidth: 4, bgcolor: `chart.${COLOURS[name]}` }} />
            ),
        )}
      </Box>
      <Box
        component="ul"
        aria-label={summary.outcomes}
        sx={{
          listStyle: 'none',
          p: 0,
          m: 0,
          mt: 1.25,
          display: 'grid',
          gridTemplateColumns: 'repeat(2, auto)',
          justifyContent: 'space-between',
          rowGap: 0.25,
          [twoLines]: { gridTemplateColumns: `repeat(${Math.ceil(parts.length / 2)}, auto)` },
          [oneLine]: { gridTemplateColumns: `repeat(${parts.length}, auto)` },
        }}
      >
        {parts.map((name) => (
          <Stack component="li" key={name} direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
            <Box aria-hidden sx={{ width: 8, height: 8, borderRadius: '2px', bgcolor: `chart.${COLOURS[name]}` }} />
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
              {outcomeWords[name]}
            </Typography>
            <Typography variant="subtitle2" component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {number(outcomes[name])}
            </Typography>
          </Stack>
        ))}
      </Box>
    </Box>
  );
});
