import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { api } from '../../app/connection/client.ts';
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
export function PauseDialog({ campaign: { id, name, callsUp }, onClose }: StopProps) {
  const [hangUp, setHangUp] = useState(false);
  const [reason, setReason] = useState('');
  const task = useTask(async () => {
    const { campaign, calls } = await api.campaigns.pause({ id, hangUp, ...(reason.trim() !== '' && { reason: reason.trim() }) });
    putCampaign(campaign);
    say(doneWords.paused(name, calls));
    onClose();
  });
  return (
    <AskDialog
      title={stopWords.pauseTitle(name)}
      keep={stopWords.keepRunning}
      confirm={hangUp && callsUp > 0 ? stopWords.pauseAndHangUp(callsUp) : stopWords.pause}
      task={task}
      onClose={onClose}
    >
      <Typography>{stopWords.pauseWhat}</Typography>
      <CallsUpChoice up={callsUp} hangUp={hangUp} onChange={setHangUp} />
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
export function CancelDialog({ campaign: { id, name, callsUp, queued }, onClose }: StopProps) {
  const [hangUp, setHangUp] = useState(false);
  const task = useTask(async () => {
    const { campaign, calls } = await api.campaigns.cancel({ id, hangUp });
    putCampaign(campaign);
    say(doneWords.cancelled(name, calls));
    onClose();
  });
  return (
    <AskDialog
      title={stopWords.cancelTitle(name)}
      keep={stopWords.keepIt}
      confirm={hangUp && callsUp > 0 ? stopWords.cancelAndHangUp(callsUp) : stopWords.cancelIt}
      red
      task={task}
      onClose={onClose}
    >
      <Typography>{stopWords.cancelWhat(queued)}</Typography>
      <CallsUpChoice up={callsUp} hangUp={hangUp} onChange={setHangUp} />
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
