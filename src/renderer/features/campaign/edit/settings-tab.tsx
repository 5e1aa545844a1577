import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Fault } from '../../../components/fault.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { common } from '../../../words/common.ts';
import { BasicFields, Part } from '../../campaign-form/campaign-form.tsx';
import { LimitFields, RetryFields } from '../../campaign-form/retry-fields.tsx';
import { WindowFields } from '../../campaign-form/window-fields.tsx';
import { EditForecast } from './edit-forecast.tsx';
import { type Edit, useEdit } from './use-edit.ts';
import { type LeaveGuard, useLeaveGuard } from './use-leave-guard.ts';
import { Spoken } from '../../../components/spoken.tsx';

interface SettingsTabProps {
  campaign: Campaign;
  /** Calls that were made; null until they are counted. */
  calls: number | null;
}

/** A text that cannot be changed is still there to be read. */
const READABLE = {
  '& .MuiInputBase-input.Mui-disabled': { WebkitTextFillColor: 'var(--rm-palette-text-secondary)' },
  '& .MuiPickersInputBase-root.Mui-disabled .MuiPickersInputBase-sectionsContainer *': { color: 'text.secondary' },
  '& .MuiFormLabel-root.Mui-disabled, & .MuiFormControlLabel-label.Mui-disabled': { color: 'text.primary' },
  '& .MuiToggleButton-root.Mui-disabled': { color: 'text.secondary' },
} as const;

/** The settings, each editable as far as the campaign's state allows, and what a change means before it is made. */
export function SettingsTab({ campaign, calls }: SettingsTabProps) {
  const edit = useEdit(campaign, (calls ?? 0) > 0 || campaign.callsUp > 0);
  const fields = { draft: edit.draft, errors: edit.errors, onChange: edit.put, lock: edit.lock };
  const guard = useLeaveGuard(edit.changed.length > 0);
  return (
    <Box
      component="form"
      noValidate
      aria-label={editWords.form}
      onSubmit={edit.submit}
      sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', containerType: 'inline-size' }}
    >
      <Stack sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 3, py: 2, gap: 2, ...READABLE }}>
        {edit.locked !== undefined && (
          <Alert severity="info" sx={{ maxWidth: 1152 }}>
            {edit.locked}
          </Alert>
        )}
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
            gap: 2,
            alignItems: 'start',
            maxWidth: 1152,
            '@container (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
          }}
        >
          <Stack sx={{ gap: 2, minWidth: 0 }}>
            <Part title={formWords.title}>
              <BasicFields {...fields} ownAgent={{ id: campaign.agentId, name: campaign.agentName }} />
            </Part>
            <Part title={formWords.retryTitle}>
              <RetryFields {...fields} />
            </Part>
          </Stack>
          <Stack sx={{ gap: 2, minWidth: 0 }}>
            <Part title={formWords.whenTitle}>
              <WindowFields {...fields} />
            </Part>
            <Part title={formWords.limitTitle}>
              <LimitFields {...fields} />
            </Part>
          </Stack>
        </Box>
      </Stack>
      {edit.changed.length > 0 && <SaveBar campaign={campaign} edit={edit} />}
      {guard.asks && <LeaveDialog name={campaign.name} guard={guard} />}
    </Box>
  );
}

function SaveBar({ campaign, edit }: { campaign: Campaign; edit: Edit }) {
  return (
    <Stack
      component="footer"
      sx={{ px: 3, py: 1.5, gap: 1.5, borderTop: 1, borderColor: 'divider', flexShrink: 0, bgcolor: 'background.default' }}
    >
      <EditForecast campaign={campaign} edit={edit} />
      <Fault error={edit.error} />
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <Spoken words={editWords.changed(edit.changed.length)} />
        </Typography>
        <Box sx={{ flex: 1 }} />
        <Button onClick={edit.discard} disabled={edit.busy}>
          {editWords.discard}
        </Button>
        <Button type="submit" variant="contained" color="primary" loading={edit.busy}>
          {common.saveChanges}
        </Button>
      </Stack>
    </Stack>
  );
}

function LeaveDialog({ name, guard }: { name: string; guard: LeaveGuard }) {
  const leave = useTask(async () => {
    guard.leave();
    return Promise.resolve();
  });
  return (
    <AskDialog title={editWords.leaveTitle} keep={common.keepEditing} confirm={editWords.leave} red task={leave} onClose={guard.stay}>
      <Typography>{editWords.leaveWhat(name)}</Typography>
    </AskDialog>
  );
}
