import { Box, Checkbox, FormControlLabel, FormLabel, Stack, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { RETRIED_OUTCOMES } from '../../../../shared/domain/states.ts';
import { Panel } from '../../../components/panel.tsx';
import { editWords } from '../../../words/campaign-edit.ts';
import { minutesField } from './edit-draft.ts';
import { textField } from './text-field.ts';
import type { Edit } from './use-edit.ts';

const PAIR = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' } as const;
const WHOLE = { htmlInput: { inputMode: 'numeric', maxLength: 6 } } as const;

/** How often and how soon one is called again, how many at a time, and whether the campaign waits for more people. */
export function RetryPanel({ edit }: { edit: Edit }) {
  const labelId = useId();
  return (
    <Panel title={editWords.retries}>
      <Stack sx={{ p: 2, gap: 1.5 }}>
        <Box sx={PAIR}>
          <TextField {...textField(edit, 'maxAttempts')} label={editWords.maxAttempts} required slotProps={WHOLE} />
          <TextField {...textField(edit, 'retryAfter')} label={editWords.retryAfter} required slotProps={WHOLE} />
        </Box>
        <Box role="group" aria-labelledby={labelId}>
          <FormLabel id={labelId} component="div">
            {editWords.byOutcome}
          </FormLabel>
          <Typography variant="caption" component="div" sx={{ color: 'text.tertiary', mb: 1 }}>
            {editWords.byOutcomeHelp}
          </Typography>
          <Box sx={PAIR}>
            {RETRIED_OUTCOMES.map((outcome) => (
              <TextField key={outcome} {...textField(edit, minutesField(outcome))} label={editWords.outcomes[outcome]} slotProps={WHOLE} />
            ))}
          </Box>
        </Box>
        <Box sx={PAIR}>
          <TextField {...textField(edit, 'concurrencyLimit', editWords.limitHelp)} label={editWords.limit} slotProps={WHOLE} />
        </Box>
        <FormControlLabel
          control={
            <Checkbox
              name="keepOpen"
              checked={edit.draft.keepOpen}
              disabled={edit.locked('keepOpen') !== undefined}
              onChange={(_, keepOpen) => edit.put({ keepOpen })}
            />
          }
          label={editWords.keepOpen}
        />
      </Stack>
    </Panel>
  );
}
