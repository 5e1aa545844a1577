import { Box, FormControl, FormLabel, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId } from 'react';
import { isTimeZone, localDateOf } from '../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import { ClockTimeField } from '../../components/clock-time-field.tsx';
import { DateField } from '../../components/date-field.tsx';
import { SwitchField } from '../../components/switch-field.tsx';
import { WeekdayField } from '../../components/weekday-field.tsx';
import { ZoneField } from '../../components/zone-field.tsx';
import { useNow } from '../../lib/use-now.ts';
import { formWords } from '../../words/campaign-form.ts';
import { type CampaignDraft, startOf } from './campaign-draft.ts';
import { type FieldsProps, open } from './fields.ts';

const PACINGS = ['spread', 'asap'] as const;
const PAIR = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' } as const;

/** When a campaign calls: the window of each day, the days, from when to when, and how fast. */
export function WindowFields(props: FieldsProps) {
  const { draft, errors, onChange, lock = open } = props;
  const own = lock('useContactZone');
  const end = lock('endDate');
  return (
    <>
      <Box sx={PAIR}>
        <FirstAndLast {...props} />
      </Box>
      <Box>
        <CampaignZone {...props} />
        <SwitchField
          name="useContactZone"
          checked={draft.useContactZone}
          label={formWords.contactZone}
          help={own.why ?? formWords.contactZoneHelp}
          disabled={own.isLocked}
          onChange={(useContactZone) => onChange({ useContactZone })}
        />
      </Box>
      <WeekdayField
        value={draft.weekdays}
        error={errors.weekdays}
        disabled={lock('weekdays').isLocked}
        onChange={(weekdays) => onChange({ weekdays })}
      />
      <Box sx={PAIR}>
        <StartDate {...props} />
        <DateField
          name="endDate"
          label={formWords.endDate}
          mayBeEmpty
          value={draft.endDate}
          help={end.why ?? formWords.endHelp}
          error={errors.endDate}
          disabled={end.isLocked}
          onChange={(endDate) => onChange({ endDate })}
        />
      </Box>
      <PacingField value={draft.pacing} disabled={lock('pacing').isLocked} onChange={(pacing) => onChange({ pacing })} />
    </>
  );
}

/** When a day of calls begins and ends. */
export function FirstAndLast({ draft, errors, onChange, lock = open }: FieldsProps) {
  return (['firstCallTime', 'lastCallTime'] as const).map((name) => (
    <ClockTimeField
      key={name}
      name={name}
      label={formWords[name]}
      value={draft[name]}
      error={errors[name]}
      disabled={lock(name).isLocked}
      onChange={(time) => onChange({ [name]: time })}
    />
  ));
}

/** In whose day the window lies. */
export function CampaignZone({ draft, errors, onChange, lock = open }: FieldsProps) {
  const { isLocked, why } = lock('timeZone');
  return (
    <ZoneField
      label={formWords.timeZone}
      value={draft.timeZone}
      error={errors.timeZone}
      help={why}
      disabled={isLocked}
      onChange={(timeZone) => onChange({ timeZone })}
    />
  );
}

/** The day of the first calls: the one that is chosen, else the one that suits. */
export function StartDate({ draft, errors, onChange, lock = open }: FieldsProps) {
  const now = useNow();
  const start = startOf(draft, now);
  const { isLocked, why } = lock('startDate');
  return (
    <DateField
      name="startDate"
      label={formWords.startDate}
      required
      value={start}
      help={why ?? formWords.startHelp(dayInWords(start, localDateOf(now, isTimeZone(draft.timeZone) ? draft.timeZone : 'UTC')))}
      error={errors.startDate}
      disabled={isLocked}
      onChange={(startDate) => onChange({ startDate })}
    />
  );
}

type Pacing = CampaignDraft['pacing'];

function PacingField({ value, disabled, onChange }: { value: Pacing; disabled: boolean; onChange: (pacing: Pacing) => void }) {
  const labelId = useId();
  return (
    <FormControl fullWidth disabled={disabled}>
      <FormLabel id={labelId} sx={{ mb: 0.75 }}>
        {formWords.pacing}
      </FormLabel>
      <ToggleButtonGroup
        exclusive
        fullWidth
        aria-labelledby={labelId}
        value={value}
        disabled={disabled}
        onChange={(_, pacing: Pacing | null) => pacing && onChange(pacing)}
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
