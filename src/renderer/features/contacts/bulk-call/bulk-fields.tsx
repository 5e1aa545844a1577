import { Box } from '@mui/material';
import { WeekdayField } from '../../../components/weekday-field.tsx';
import { AgentField } from '../../campaign-form/agent-field.tsx';
import { DraftText } from '../../campaign-form/campaign-form.tsx';
import type { CampaignDraft, DraftErrors } from '../../campaign-form/campaign-draft.ts';
import { CampaignZone, FirstAndLast, StartDate } from '../../campaign-form/window-fields.tsx';
import { putBulkDraft } from './bulk-call.ts';

interface BulkFieldsProps {
  draft: CampaignDraft;
  errors: DraftErrors;
}

const ROW = { display: 'grid', gap: 2, alignItems: 'start' } as const;

/** What the campaign is beside its people. */
export function BulkFields({ draft, errors }: BulkFieldsProps) {
  const fields = { draft, errors, onChange: putBulkDraft };
  return (
    <>
      <DraftText of="name" isFirst {...fields} />
      <Box sx={{ ...ROW, gridTemplateColumns: '1fr 1fr' }}>
        <Box>
          <AgentField value={draft.agentId} error={errors.agentId} nextAction={draft.nextAction} onChange={putAgent} />
        </Box>
        <StartDate {...fields} />
      </Box>
      <DraftText of="nextAction" {...fields} />
      <Box sx={{ ...ROW, gridTemplateColumns: '1fr 1fr 1fr' }}>
        <FirstAndLast {...fields} />
        <CampaignZone {...fields} />
      </Box>
      <WeekdayField value={draft.weekdays} error={errors.weekdays} onChange={(weekdays) => putBulkDraft({ weekdays })} />
    </>
  );
}

const putAgent = (agentId: string) => putBulkDraft({ agentId });
