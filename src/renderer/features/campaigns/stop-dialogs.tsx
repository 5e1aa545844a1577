import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
import { useCampaignCallsUp } from '../../app/use-calls-up.ts';
import { dropCampaign, putCampaign } from '../../app/live/live-store.ts';
import { say } from '../../app/toasts.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { CallsUpChoice } from '../../components/calls-up-choice.tsx';
import { useTask } from '../../lib/use-task.ts';
import { doneWords, stopWords } from '../../words/campaigns.ts';

interface StopProps {
  campaign: Campaign;
  onClose: () => void;
}

/** Pausing while calls are up: they finish, or they are hung up. */
export function PauseDialog({ campaign, onClose }: StopProps) {
  const { id, name } = campaign;
  const calls = useCampaignCallsUp(campaign);
  const hangable = calls.hangable ?? 0;
  const [chosen, setHangUp] = useState(false);
  const hangUp = chosen && hangable > 0;
  const [reason, setReason] = useState('');
  const task = useTask(async () => {
    const done = await api.campaigns.pause({ id, hangUp, ...(reason.trim() !== '' && { reason: reason.trim() }) });
    putCampaign(done.campaign);
    say(doneWords.paused(name, done.calls));
    onClose();
  });
  return (
    <AskDialog
      title={stopWords.pauseTitle(name)}
      keep={stopWords.keepRunning}
      confirm={hangUp ? stopWords.pauseAndHangUp(hangable) : stopWords.pause}
      task={task}
      onClose={onClose}
    >
      <Typography>{stopWords.pauseWhat}</Typography>
      <CallsUpChoice calls={calls} hangUp={hangUp} onChange={setHangUp} />
      <TextField
        label={stopWords.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </AskDialog>
  );
}

/** Ending a campaign for good, with what that means said before. */
export function CancelDialog({ campaign, onClose }: StopProps) {
  const { id, name, queued } = campaign;
  const calls = useCampaignCallsUp(campaign);
  const hangable = calls.hangable ?? 0;
  const [chosen, setHangUp] = useState(false);
  const hangUp = chosen && hangable > 0;
  const task = useTask(async () => {
    const done = await api.campaigns.cancel({ id, hangUp });
    putCampaign(done.campaign);
    say(doneWords.cancelled(name, done.calls));
    onClose();
  });
  return (
    <AskDialog
      title={stopWords.cancelTitle(name)}
      keep={stopWords.keepIt}
      confirm={hangUp ? stopWords.cancelAndHangUp(hangable) : stopWords.cancelIt}
      red
      task={task}
      onClose={onClose}
    >
      <Typography>{stopWords.cancelWhat(queued)}</Typography>
      <CallsUpChoice calls={calls} hangUp={hangUp} onChange={setHangUp} />
    </AskDialog>
  );
}

/** Taking a campaign out of the list; nothing that happened is lost. */
export function DeleteDialog({ campaign: { id, name, status }, onClose, onDeleted }: StopProps & { onDeleted?: () => void }) {
  const task = useTask(async () => {
    await api.campaigns.delete({ id });
    dropCampaign(id);
    say(doneWords.deleted(name));
    onClose();
    onDeleted?.();
  });
  return (
    <AskDialog title={stopWords.deleteTitle(name)} keep={stopWords.keepIt} confirm={stopWords.deleteIt} red task={task} onClose={onClose}>
      <Typography>{status === 'draft' ? stopWords.deleteDraftWhat : stopWords.deleteWhat}</Typography>
    </AskDialog>
  );
}
