import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { User } from '../../../../shared/contract/users.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { users as words } from '../../../words/settings/users.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useForm } from '../form/use-form.ts';

interface HandOverDialogProps {
  from: User;
  /** Those who may get them. */
  others: readonly User[];
  onClose: () => void;
}

/** Gives all campaigns of one user to another. */
export function HandOverDialog({ from, others, onClose }: HandOverDialogProps) {
  const [values, setValues] = useState({ toUserId: '' });
  const form = useForm({
    draft: { values, put: (part) => setValues((before) => ({ ...before, ...part })) },
    check: ({ toUserId }) => (toUserId === '' ? { toUserId: words.needsSomebody } : {}),
    save: async ({ toUserId }) => {
      const { user, handedOver } = await api.users.handOver({ id: from.id, toUserId });
      say(words.handedOver(handedOver, user.name));
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.handOverTitle(from.name)}
      keep={words.keepThem}
      confirm={others.length === 0 ? null : words.handOverIt}
      form={form}
      onClose={onClose}
    >
      <Typography>{others.length === 0 ? words.nobodyElse : words.handOverWhat}</Typography>
      {others.length > 0 && (
        <TextField select {...form.text('toUserId')} label={words.handOverTo} required helperText={form.errors.toUserId}>
          {others.map(({ id, name, email }) => (
            <MenuItem key={id} value={id}>
              {name}, {email}
            </MenuItem>
          ))}
        </TextField>
      )}
    </FormDialog>
  );
}
