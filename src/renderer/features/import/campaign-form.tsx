import { Autocomplete, Box, FormControl, FormLabel, Stack, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { type ChangeEvent, type FormEvent, useId, useState } from 'react';
import { api } from '../../app/connection/client.ts';
import { ClockTimeField } from '../../components/clock-time-field.tsx';
import { Panel } from '../../components/panel.tsx';
import { WeekdayField } from '../../components/weekday-field.tsx';
import { type FieldErrors, focusFirst } from '../../lib/field-errors.ts';
import { useTask } from '../../lib/use-task.ts';
import { formWords } from '../../words/import.ts';
import { AgentField } from './agent-field.tsx';
import { type CampaignDraft, draftErrors, settingsOf } from './campaign-draft.ts';
import { ForecastWell } from './forecast-well.tsx';
import { putDraft, putTaken } from './taking.ts';

const PACINGS = ['spread', 'asap'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

interface CampaignFormProps {
  draft: CampaignDraft;
  errors: FieldErrors<CampaignDraft>;
  /** How many of the file can be called. */
  people: number;
}

/** What a campaign is beside its people. What is typed is kept outside, as it is typed. */
export function CampaignForm({ draft, errors, people }: CampaignFormProps) {
  const text = (name: 'name' | 'nextAction') => ({
    name,
    value: draft[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => putDraft({ [name]: event.target.value }),
    required: true,
    error: errors[name] !== undefined,
  });
  return (
    <Panel title={formWords.title}>
      <Stack sx={{ p: 2, gap: 2 }}>
        <TextField {...text('name')} label={formWords.name} helperText={errors.name} />
        <AgentField value={draft.agentId} error={errors.agentId} onChange={(agentId) => putDraft({ agentId })} />
        <TextField
          {...text('nextAction')}
          label={formWords.nextAction}
          placeholder={formWords.nextActionPlaceholder}
          helperText={errors.nextAction ?? formWords.nextActionHelp}
          multiline
          minRows={2}
          maxRows={6}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
          <ClockTimeField
            name="firstCallTime"
            label={formWords.firstCall}
            value={draft.firstCallTime}
            error={errors.firstCallTime}
            onChange={(firstCallTime) => putDraft({ firstCallTime })}
          />
          <ClockTimeField
            name="lastCallTime"
            label={formWords.lastCall}
            value={draft.lastCallTime}
            error={errors.lastCallTime}
            onChange={(lastCallTime) => putDraft({ lastCallTime })}
          />
        </Box>
        <Autocomplete
          options={ZONES}
          value={draft.timeZone}
          disableClearable
          onChange={(_, timeZone) => putDraft({ timeZone })}
          renderInput={(params) => <TextField {...params} name="timeZone" label={formWords.timeZone} />}
        />
        <WeekdayField value={draft.weekdays} error={errors.weekdays} onChange={(weekdays) => putDraft({ weekdays })} />
        <PacingField value={draft.pacing} onChange={(pacing) => putDraft({ pacing })} />
        <ForecastWell draft={draft} people={people} />
      </Stack>
    </Panel>
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

/** Creates the campaign: first what can be seen here is checked, then the engine writes. */
export function useCreate(importId: string, draft: CampaignDraft) {
  const [errors, setErrors] = useState<FieldErrors<CampaignDraft>>({});
  const create = useTask(async () => putTaken((await api.imports.begin({ id: importId, campaign: settingsOf(draft) })).import));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = draftErrors(draft);
    setErrors(found);
    focusFirst(event.currentTarget, found);
    if (Object.keys(found).length === 0) void create.run();
  };
  return { errors, submit, busy: create.busy, error: create.error };
}
