import { Box, TextField } from '@mui/material';
import type { ChangeEvent } from 'react';
import { isTimeZone, localDateOf } from '../../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../../shared/domain/time-words.ts';
import { ClockTimeField } from '../../../components/clock-time-field.tsx';
import { WeekdayField } from '../../../components/weekday-field.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { AgentField } from '../../campaign-form/agent-field.tsx';
import { type CampaignDraft, type DraftErrors, startOf } from '../../campaign-form/campaign-draft.ts';
import { DateField } from '../../campaign-form/date-field.tsx';
import { ZoneField } from '../../campaign-form/zone-field.tsx';
import { putBulkDraft } from './bulk-call.ts';

interface BulkFieldsProps {
  draft: CampaignDraft;
  errors: DraftErrors;
}

const ROW = { display: 'grid', gap: 2, alignItems: 'start' } as const;

/** What the campaign is beside its people. */
export function BulkFields({ draft, errors }: BulkFieldsProps) {
  const now = useNow();
  const start = startOf(draft, now);
  const text = (name: 'name' | 'nextAction') => ({
    name,
    value: draft[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => putBulkDraft({ [name]: event.target.value }),
    required: true,
    error: errors[name] !== undefined,
  });
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field */}
      <TextField {...text('name')} label={formWords.name} helperText={errors.name} autoFocus />
      <Box sx={{ ...ROW, gridTemplateColumns: '1fr 1fr' }}>
        <Box>
          <AgentField value={draft.agentId} error={errors.agentId} onChange={putAgent} />
        </Box>
        <DateField
          name="startDate"
          label={formWords.startDate}
          required
          value={start}
          help={formWords.startHelp(dayInWords(start, localDateOf(now, isTimeZone(draft.timeZone) ? draft.timeZone : 'UTC')))}
          error={errors.startDate}
          onChange={(startDate) => putBulkDraft({ startDate })}
        />
      </Box>
      <TextField
        {...text('nextAction')}
        label={formWords.nextAction}
        placeholder={formWords.nextActionPlaceholder}
        helperText={errors.nextAction ?? formWords.nextActionHelp}
        multiline
        minRows={2}
        maxRows={6}
      />
      <Box sx={{ ...ROW, gridTemplateColumns: '1fr 1fr 1fr' }}>
        <ClockTimeField
          name="firstCallTime"
          label={formWords.firstCall}
          value={draft.firstCallTime}
          error={errors.firstCallTime}
          onChange={(firstCallTime) => putBulkDraft({ firstCallTime })}
        />
        <ClockTimeField
          name="lastCallTime"
          label={formWords.lastCall}
          value={draft.lastCallTime}
          error={errors.lastCallTime}
          onChange={(lastCallTime) => putBulkDraft({ lastCallTime })}
        />
        <ZoneField value={draft.timeZone} error={errors.timeZone} onChange={(timeZone) => putBulkDraft({ timeZone })} />
      </Box>
      <WeekdayField value={draft.weekdays} error={errors.weekdays} onChange={(weekdays) => putBulkDraft({ weekdays })} />
    </>
  );
}

const putAgent = (agentId: string) => putBulkDraft({ agentId });
