import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { askWords } from '../../../words/contacts.ts';
import { calledOf } from '../called.ts';

/** Asks an admin why a number leaves the do-not-call list. */
export function AllowCalls({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const task = useTask(async () => {
    const given = reason.trim();
    setIsMissing(given === '');
    if (given === '') return;
    await api.contacts.update({ id: contact.id, doNotCall: false, doNotCallReason: given });
    say(askWords.allowed(calledOf(contact)));
    onClose();
  });
  return (
    <AskDialog
      title={askWords.allowTitle(calledOf(contact))}
      keep={askWords.keepBarred}
      confirm={askWords.allow}
      task={task}
      onClose={onClose}
    >
      <Typography variant="body2">{askWords.allowWhat}</Typography>
      <TextField
        label={askWords.reason}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={isMissing}
        helperText={isMissing && askWords.needsReason}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </AskDialog>
  );
}
