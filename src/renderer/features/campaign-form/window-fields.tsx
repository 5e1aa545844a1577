import { Box, FormControl, FormControlLabel, FormHelperText, FormLabel, Switch, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId } from 'react';
import { isTimeZone, localDateOf } from '../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import { ClockTimeField } from '../../components/clock-time-field.tsx';
import { WeekdayField } from '../../components/weekday-field.tsx';
import { useNow } from '../../lib/use-now.ts';
import { formWords } from '../../words/campaign-form.ts';
import { type CampaignDraft, type DraftErrors, startOf } from './campaign-draft.ts';
import { DateField } from './date-field.tsx';
import { ZoneField } from './zone-field.tsx';

const PACINGS = ['spread', 'asap'] as const;
const PAIR = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 } as const;

export interface FieldsProps {
  draft: CampaignDraft;
  errors: DraftErrors;
  onChange: (part: Partial<CampaignDraft>) => void;
}

/** When a campaign calls: the window of each day, the days, from when to when, and how fast. */
export function WindowFields({ draft, errors, onChange }: FieldsProps) {
  const now = useNow();
  const start = startOf(draft, now);
  return (
    <>
      <Box sx={PAIR}>
        <ClockTimeField
          name="firstCallTime"
          label={formWords.firstCall}
          value={draft.firstCallTime}
          error={errors.firstCallTime}
          onChange={(firstCallTime) => onChange({ firstCallTime })}
        />
        <ClockTimeField
          name="lastCallTime"
          label={formWords.lastCall}
          value={draft.lastCallTime}
          error={errors.lastCallTime}
          onChange={(lastCallTime) => onChange({ lastCallTime })}
        />
      </Box>
      <Box>
        <ZoneField value={draft.timeZone} error={errors.timeZone} onChange={(timeZone) => onChange({ timeZone })} />
        <SwitchField
          checked={draft.useContactZone}
          label={formWords.contactZone}
          help={formWords.contactZoneHelp}
          onChange={(useContactZone) => onChange({ useContactZone })}
        />
      </Box>
      <WeekdayField value={draft.weekdays} error={errors.weekdays} onChange={(weekdays) => onChange({ weekdays })} />
      <Box sx={PAIR}>
        <DateField
          name="startDate"
          label={formWords.startDate}
          required
          value={start}
          help={formWords.startHelp(dayInWords(start, localDateOf(now, isTimeZone(draft.timeZone) ? draft.timeZone : 'UTC')))}
          error={errors.startDate}
          onChange={(startDate) => onChange({ startDate })}
        />
        <DateField
          name="endDate"
          label={formWords.endDate}
          clearable
          value={draft.endDate}
          help={formWords.endHelp}
          error={errors.endDate}
          onChange={(endDate) => onChange({ endDate })}
        />
      </Box>
      <PacingField value={draft.pacing} onChange={(pacing) => onChange({ pacing })} />
    </>
  );
}

interface SwitchFieldProps {
  checked: boolean;
  label: string;
  help: string;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Something that is on or off, with what it does below it. */
export function SwitchField({ checked, label, help, disabled = false, onChange }: SwitchFieldProps) {
  const helpId = useId();
  return (
    <Box sx={{ mt: 0.5 }}>
      <FormControlLabel
        disabled={disabled}
        control={<Switch checked={checked} onChange={(_, on) => onChange(on)} slotProps={{ input: { 'aria-describedby': helpId } }} />}
        label={label}
        sx={{ ml: '-6px', '& .MuiFormControlLabel-label': { fontSize: 13 } }}
      />
      <FormHelperText id={helpId} sx={{ '&&': { mt: 0, ml: '38px' } }}>
        {help}
      </FormHelperText>
    </Box>
  );
}

function PacingField({ value, onChange }: { value: CampaignDraft['pacing']; onChange: (pacing: CampaignDraft['pacing']) => void }) {
  const labelId = useId();
  return (
    <FormControl fullWidth>
      <FormLabel id={labelId} sx={{ mb: 0.75 }}>
        {formWords.pacing}
      </FormLabel>
      <ToggleButtonGroup
        exclusive
        fullWidth
        aria-labelledby={labelId}
        value={value}
        onChange={(_, pacing: CampaignDraft['pacing'] | null) => pacing && onChange(pacing)}
      >
        {PACINGS.map((pacing) => (
          <ToggleButton key={pacing} value={pacing}>
            {formWords.pacings[pacing]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FormControl>
  );
}
