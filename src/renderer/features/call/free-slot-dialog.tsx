import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { api } from '../../app/connection/client.ts';
import { say } from '../../app/toasts.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { useTask } from '../../lib/use-task.ts';
import { callWords } from '../../words/call.ts';
import { common } from '../../words/common.ts';

interface FreeSlotDialogProps {
  call: CallDetails;
  onClose: () => void;
  onFreed: () => void;
}

/** An admin who has looked at the provider gives the slot back, by name and with what was seen. */
export function FreeSlotDialog({ call: { id, contactName }, onClose, onFreed }: FreeSlotDialogProps) {
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const name = contactName || common.unnamed;
  const task = useTask(async () => {
    setIsAsked(true);
    if (reason.trim() === '') return;
    await api.calls.free({ id, reason: reason.trim() });
    say(callWords.freed(name));
    onFreed();
    onClose();
  });
  const isMissing = isAsked && reason.trim() === '';
  return (
    <AskDialog
      title={callWords.freeTitle(name)}
      keep={callWords.freeKeep}
      confirm={callWords.freeConfirm}
      red
      task={task}
      onClose={onClose}
    >
      <Typography>{callWords.freeWhat}</Typography>
      <TextField
        label={callWords.freeReason}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={isMissing}
        helperText={isMissing ? callWords.freeNeedsReason : undefined}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </AskDialog>
  );
}
