import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Fault } from '../../../components/fault.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import { EditForecast } from './edit-forecast.tsx';
import { RetryPanel } from './retry-panel.tsx';
import { SaidPanel } from './said-panel.tsx';
import { type Edit, useEdit } from './use-edit.ts';
import { type LeaveGuard, useLeaveGuard } from './use-leave-guard.ts';
import { WhenPanel } from './when-panel.tsx';

interface SettingsTabProps {
  campaign: Campaign;
  /** Calls that were made; null until they are counted. */
  calls: number | null;
}

/** A text that cannot be changed is still there to be read. */
const READABLE = {
  '& .MuiInputBase-input.Mui-disabled': { WebkitTextFillColor: 'var(--rm-palette-text-secondary)' },
  '& fieldset:disabled .MuiInputBase-input': { WebkitTextFillColor: 'var(--rm-palette-text-secondary)' },
  '& .MuiFormLabel-root.Mui-disabled, & .MuiFormControlLabel-label.Mui-disabled': { color: 'text.primary' },
  '& .MuiToggleButton-root.Mui-disabled': { color: 'text.secondary' },
} as const;

/** The settings, each editable as far as the campaign's state allows, and what a change means before it is made. */
export function SettingsTab({ campaign, calls }: SettingsTabProps) {
  const edit = useEdit(campaign, (calls ?? 0) > 0 || campaign.callsUp > 0);
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
        <Locked edit={edit} />
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
            gap: 2,
            alignItems: 'start',
            maxWidth: 1120,
            '@container (max-width: 760px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
          }}
        >
          <Stack sx={{ gap: 2 }}>
            <SaidPanel edit={edit} campaign={campaign} />
            <RetryPanel edit={edit} />
          </Stack>
          <WhenPanel edit={edit} />
        </Box>
      </Stack>
      {edit.changed.length > 0 && <SaveBar campaign={campaign} edit={edit} />}
      {guard.asks && <LeaveDialog name={campaign.name} guard={guard} />}
    </Box>
  );
}

/** Said once above, where nearly everything is locked for one reason. */
function Locked({ edit }: { edit: Edit }) {
  const reason = edit.locked('agentId');
  return reason === undefined ? null : (
    <Alert severity="info" sx={{ maxWidth: 1120 }}>
      {reason}
    </Alert>
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
        <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
          {editWords.changed(edit.changed.length)}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <Button onClick={edit.discard} disabled={edit.busy}>
          {editWords.discard}
        </Button>
        <Button type="submit" variant="contained" color="primary" loading={edit.busy}>
          {editWords.save}
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
    <AskDialog title={editWords.leaveTitle} keep={editWords.stay} confirm={editWords.leave} red task={leave} onClose={guard.stay}>
      <Typography>{editWords.leaveWhat(name)}</Typography>
    </AskDialog>
  );
}
