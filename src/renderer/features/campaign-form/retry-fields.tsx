import { Box, FormControl, FormHelperText, FormLabel, TextField, type TextFieldProps } from '@mui/material';
import { useId } from 'react';
import { RETRIED_OUTCOMES } from '../../../shared/domain/states.ts';
import { SwitchField } from '../../components/switch-field.tsx';
import { formWords } from '../../words/campaign-form.ts';
import { type FieldsProps, open } from './fields.ts';

const PAIR = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' } as const;

/** How often a person is called who was not reached, and how long after. */
export function RetryFields({ draft, errors, onChange, lock = open }: FieldsProps) {
  const labelId = useId();
  const { isLocked } = lock('maxAttempts');
  const isOnce = draft.maxAttempts.trim() === '1';
  const problem = errors.byOutcome;
  return (
    <>
      <Box sx={PAIR}>
        <NumberField
          name="maxAttempts"
          label={formWords.maxAttempts}
          required
          disabled={isLocked}
          value={draft.maxAttempts}
          error={errors.maxAttempts !== undefined}
          helperText={errors.maxAttempts ?? (isOnce ? formWords.onlyOnce : formWords.maxAttemptsHelp)}
          onChange={({ target }) => onChange({ maxAttempts: target.value })}
        />
        <NumberField
          name="retryAfter"
          label={formWords.retryAfter}
          required={!isOnce}
          disabled={isLocked || (isOnce && errors.retryAfter === undefined)}
          value={draft.retryAfter}
          error={errors.retryAfter !== undefined}
          helperText={errors.retryAfter ?? formWords.retryAfterHelp}
          onChange={({ target }) => onChange({ retryAfter: target.value })}
        />
      </Box>
      {(!isOnce || problem !== undefined) && (
        <FormControl component="fieldset" error={problem !== undefined} disabled={isLocked} fullWidth aria-labelledby={labelId}>
          <FormLabel component="legend" id={labelId} sx={{ mb: 0.75 }}>
            {formWords.byOutcome}
          </FormLabel>
          <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))', gap: 1.5 }}>
            {RETRIED_OUTCOMES.map((outcome, place) => (
              <NumberField
                key={outcome}
                {...(place === 0 && { name: 'byOutcome' })}
                label={formWords.outcomes[outcome]}
                disabled={isLocked}
                value={draft.byOutcome[outcome]}
                placeholder={draft.retryAfter}
                error={problem !== undefined}
                onChange={({ target }) => onChange({ byOutcome: { ...draft.byOutcome, [outcome]: target.value } })}
              />
            ))}
          </Box>
          <FormHelperText>{problem ?? formWords.byOutcomeHelp}</FormHelperText>
        </FormControl>
      )}
    </>
  );
}

/** How many calls the campaign may have up, and whether it waits for people to come. */
export function LimitFields({ draft, errors, onChange, lock = open }: FieldsProps) {
  return (
    <>
      <NumberField
        name="concurrencyLimit"
        label={formWords.limit}
        disabled={lock('concurrencyLimit').isLocked}
        value={draft.concurrencyLimit}
        error={errors.concurrencyLimit !== undefined}
        helperText={errors.concurrencyLimit ?? formWords.limitHelp}
        onChange={({ target }) => onChange({ concurrencyLimit: target.value })}
      />
      <SwitchField
        name="keepOpen"
        disabled={lock('keepOpen').isLocked}
        checked={draft.keepOpen}
        label={formWords.keepOpen}
        help={formWords.keepOpenHelp}
        onChange={(keepOpen) => onChange({ keepOpen })}
      />
    </>
  );
}

const NumberField = (props: TextFieldProps) => (
  <TextField
    {...props}
    autoComplete="off"
    slotProps={{ htmlInput: { inputMode: 'numeric' } }}
    sx={{ '& input': { fontVariantNumeric: 'tabular-nums' } }}
  />
);
