import { Box, Button, Stack } from '@mui/material';
import { useState } from 'react';
import * as z from 'zod';
import { Password } from '../../../../shared/contract/users.ts';
import { api } from '../../../app/connection/client.ts';
import { keepSession, useUser } from '../../../app/session/session.ts';
import { isTokenKept } from '../../../app/session/token.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { PasswordField } from '../../../components/password-field.tsx';
import { fieldErrors } from '../../../lib/field-errors.ts';
import { fields } from '../../../words/account.ts';
import { account } from '../../../words/settings/account.ts';
import { useForm } from '../form/use-form.ts';

const EMPTY = { currentPassword: '', newPassword: '' };
const SHAPES = { currentPassword: z.string().min(1, fields.needed), newPassword: Password };

/** One's own password. What is typed here is kept nowhere. */
export function PasswordPanel() {
  const { email } = useUser();
  const [values, setValues] = useState(EMPTY);
  const form = useForm({
    draft: { values, put: (part) => setValues((before) => ({ ...before, ...part })) },
    check: (given) => fieldErrors(SHAPES, given),
    save: async (given) => {
      keepSession(await api.auth.changePassword(given), isTokenKept());
      setValues(EMPTY);
      say(account.passwordChanged);
    },
  });
  return (
    <Panel title={account.password}>
      <Stack component="form" noValidate onSubmit={form.submit} sx={{ p: 2, gap: 2 }}>
        {/* For whatever keeps passwords: whose it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
          <PasswordField
            {...form.text('currentPassword')}
            label={account.currentPassword}
            required
            autoComplete="current-password"
            helperText={form.errors.currentPassword}
          />
          <PasswordField
            {...form.text('newPassword')}
            label={account.newPassword}
            required
            autoComplete="new-password"
            helperText={form.errors.newPassword ?? account.newPasswordHelp}
          />
        </Box>
        <Fault error={form.error} />
        <Button type="submit" loading={form.busy} sx={{ alignSelf: 'flex-start' }}>
          {account.changePassword}
        </Button>
      </Stack>
    </Panel>
  );
}
