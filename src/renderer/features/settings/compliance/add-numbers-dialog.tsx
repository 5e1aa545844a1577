import { Alert, Box, TextField } from '@mui/material';
import { useState } from 'react';
import type { DoNotCallAdded } from '../../../../shared/contract/compliance.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { common } from '../../../words/common.ts';
import { doNotCall } from '../../../words/settings/compliance.ts';
import { useDraft } from '../form/drafts.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useForm } from '../form/use-form.ts';
import { numberLines } from './number-lines.ts';

const EMPTY = { phoneNumber: '', reason: '' };
const MOST = 1_000;

/** Puts one number or many on the list. Lines that are no numbers stay in the field, each with what is wrong. */
export function AddNumbersDialog({ onClose }: { onClose: () => void }) {
  const draft = useDraft('do-not-call', EMPTY);
  const [refused, setRefused] = useState<DoNotCallAdded['refused']>([]);
  const form = useForm({
    draft,
    check: ({ phoneNumber }) => {
      const count = numberLines(phoneNumber).length;
      if (count === 0) return { phoneNumber: doNotCall.needsNumber };
      return count > MOST ? { phoneNumber: doNotCall.tooMany(count) } : {};
    },
    save: async ({ phoneNumber, reason }) => {
      setRefused([]);
      const answer = await api.compliance.addNumbers({ phoneNumbers: numberLines(phoneNumber), reason: reason.trim() });
      if (answer.added + answer.known > 0) say(doNotCall.added(answer.added, answer.known));
      setRefused(answer.refused);
      if (answer.refused.length > 0) return draft.put({ phoneNumber: answer.refused.map(({ value }) => value).join('\n') });
      draft.forget();
      onClose();
    },
    fieldOf: (path) => (path.startsWith('phoneNumber') ? 'phoneNumber' : path),
  });
  const { text, errors } = form;
  return (
    <FormDialog title={doNotCall.addTitle} keep={common.close} confirm={doNotCall.addThem} form={form} onClose={onClose}>
      <TextField
        {...text('phoneNumber')}
        label={doNotCall.numbers}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it
        autoFocus
        multiline
        minRows={3}
        maxRows={10}
        placeholder="+44 20 7946 0958"
        helperText={errors.phoneNumber ?? doNotCall.numbersHelp}
      />
      <TextField
        {...text('reason')}
        label={doNotCall.reasonField}
        autoComplete="off"
        helperText={errors.reason}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      {refused.length > 0 && (
        <Alert severity="error">
          {doNotCall.refused(refused.length)}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, maxHeight: 160, overflow: 'auto' }}>
            {refused.map(({ value, reason }, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same line may stand there twice
              <li key={place}>
                <strong>{value}</strong>: {reason}
              </li>
            ))}
          </Box>
        </Alert>
      )}
    </FormDialog>
  );
}
