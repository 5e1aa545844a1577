import { Box, FormLabel, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { useUser } from '../../../app/session/session.ts';
import { ChoiceList } from '../../../components/choice-list.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { common } from '../../../words/common.ts';
import { api as words } from '../../../words/settings/api.ts';
import { useForm } from '../form/use-form.ts';
import type { Made } from './secret-dialog.tsx';
import { EXPIRIES, type Expiry, newToken, scopesOf, tokenErrors, USUAL } from './token-values.ts';

interface TokenDialogProps {
  onMade: (made: Made) => void;
  onClose: () => void;
}

/** Makes a token: what it is for, what it may do, and until when. */
export function TokenDialog({ onMade, onClose }: TokenDialogProps) {
  const { role } = useUser();
  const [values, setValues] = useState(USUAL);
  const form = useForm({
    draft: { values, put: (part) => setValues((before) => ({ ...before, ...part })) },
    check: tokenErrors,
    save: async (given) => {
      const { token, details } = await api.access.createToken(newToken(given, Date.now()));
      onMade({ name: details.name, secret: token });
    },
  });
  const { text, errors } = form;
  const choices = scopesOf(role).map((value) => ({ value, word: words.scopes[value][0], what: words.scopes[value][1] }));
  return (
    <FormDialog title={words.makeTitle} keep={common.cancel} confirm={words.makeIt} form={form} onClose={onClose}>
      {/* oxlint-disable jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it */}
      <TextField
        {...text('name')}
        label={words.name}
        required
        autoFocus
        autoComplete="off"
        helperText={errors.name ?? words.nameHelp}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      {/* oxlint-enable jsx-a11y/no-autofocus */}
      <Box>
        <FormLabel component="div">{words.scope}</FormLabel>
        <Box sx={{ mx: -1 }}>
          <ChoiceList name="scope" label={words.scope} value={values.scope} choices={choices} onChange={(scope) => form.put({ scope })} />
        </Box>
      </Box>
      <TextField
        select
        name="expiresAt"
        label={words.expiry}
        value={values.expiresAt}
        error={errors.expiresAt !== undefined}
        helperText={errors.expiresAt}
        onChange={(event) => form.put({ expiresAt: event.target.value as Expiry })}
      >
        {EXPIRIES.map((expiry) => (
          <MenuItem key={expiry} value={expiry}>
            {words.expiries[expiry]}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
