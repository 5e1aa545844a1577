import {
  Autocomplete,
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormLabel,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
} from '@mui/material';
import { useId } from 'react';
import { ClockTimeField } from '../../../components/clock-time-field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { WeekdayField } from '../../../components/weekday-field.tsx';
import { editWords } from '../../../words/campaign-edit.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { DateField } from './date-field.tsx';
import { textField } from './text-field.ts';
import type { Edit } from './use-edit.ts';

const ZONES = Intl.supportedValuesOf('timeZone');
const PACINGS = ['spread', 'asap'] as const;
const PAIR = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' } as const;

/** The calling window, its days, and how fast. */
export function WhenPanel({ edit }: { edit: Edit }) {
  const { draft, errors, put, locked } = edit;
  const windowLocked = locked('weekdays') !== undefined;
  return (
    <Panel title={editWords.when}>
      <Stack sx={{ p: 2, gap: 1.5 }}>
        <Locked isLocked={windowLocked}>
          <Box sx={PAIR}>
            <ClockTimeField
              name="firstCallTime"
              label={formWords.firstCall}
              value={draft.firstCallTime}
              error={errors.firstCallTime}
              onChange={(firstCallTime) => put({ firstCallTime })}
            />
            <ClockTimeField
              name="lastCallTime"
              label={formWords.lastCall}
              value={draft.lastCallTime}
              error={errors.lastCallTime}
              onChange={(lastCallTime) => put({ lastCallTime })}
            />
          </Box>
        </Locked>
        <ZoneField edit={edit} />
        <Locked isLocked={windowLocked}>
          <WeekdayField value={draft.weekdays} error={errors.weekdays} onChange={(weekdays) => put({ weekdays })} />
        </Locked>
        <FormControlLabel
          control={
            <Checkbox
              name="useContactZone"
              checked={draft.useContactZone}
              disabled={locked('useContactZone') !== undefined}
              onChange={(_, useContactZone) => put({ useContactZone })}
            />
          }
          label={editWords.ownZone}
        />
        <Box sx={PAIR}>
          <DateField
            {...textField(edit, 'startDate', onlyHere(locked('startDate'), locked('agentId')))}
            label={editWords.startDate}
            required
          />
          <DateField {...textField(edit, 'endDate', editWords.endDateHelp)} label={editWords.endDate} />
        </Box>
        <PacingField edit={edit} />
      </Stack>
    </Panel>
  );
}

/** Why this one field is locked, where not everything is for the same reason. */
const onlyHere = (reason: string | undefined, ofAll: string | undefined) => (reason === ofAll ? undefined : reason);

/** Fields that know of no lock are locked together. */
const Locked = ({ isLocked, children }: { isLocked: boolean; children: React.ReactNode }) => (
  <Box component="fieldset" disabled={isLocked} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
    {children}
  </Box>
);

function ZoneField({ edit: { draft, errors, put, locked } }: { edit: Edit }) {
  const reason = locked('timeZone');
  const help = errors.timeZone ?? onlyHere(reason, locked('agentId'));
  return (
    <Autocomplete
      options={ZONES.includes(draft.timeZone) ? ZONES : [draft.timeZone, ...ZONES]}
      value={draft.timeZone}
      disableClearable
      disabled={reason !== undefined}
      onChange={(_, timeZone) => put({ timeZone })}
      renderInput={(params) => (
        <TextField {...params} name="timeZone" label={formWords.timeZone} error={errors.timeZone !== undefined} helperText={help} />
      )}
    />
  );
}

function PacingField({ edit: { draft, put, locked } }: { edit: Edit }) {
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
        value={draft.pacing}
        disabled={locked('pacing') !== undefined}
        onChange={(_, pacing: (typeof PACINGS)[number] | null) => pacing && put({ pacing })}
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
