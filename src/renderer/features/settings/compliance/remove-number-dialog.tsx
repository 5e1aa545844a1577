import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { DoNotCallNumber } from '../../../../shared/contract/compliance.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { askWords } from '../../../words/contacts.ts';
import { doNotCall } from '../../../words/settings/compliance.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useForm } from '../form/use-form.ts';

/** Takes a number off the list: never without saying why. */
export function RemoveNumberDialog({ entry: { phoneNumber }, onClose }: { entry: DoNotCallNumber; onClose: () => void }) {
  const [values, setValues] = useState({ reason: '' });
  const phone = formatPhoneNumber(phoneNumber);
  const form = useForm({
    draft: { values, put: (part) => setValues((before) => ({ ...before, ...part })) },
    check: ({ reason }) => (reason.trim() === '' ? { reason: askWords.needsReason } : {}),
    save: async ({ reason }) => {
      await api.compliance.removeNumber({ phoneNumber, reason: reason.trim() });
      say(askWords.allowed(phone));
      onClose();
    },
  });
  return (
    <FormDialog title={doNotCall.removeTitle(phone)} keep={askWords.keepBarred} confirm={doNotCall.removeIt} form={form} onClose={onClose}>
      <Typography>{doNotCall.removeWhat}</Typography>
      <TextField
        {...form.text('reason')}
        label={doNotCall.why}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing that is asked
        autoFocus
        autoComplete="off"
        helperText={form.errors.reason}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
