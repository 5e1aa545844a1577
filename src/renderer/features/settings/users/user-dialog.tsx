import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { User } from '../../../../shared/contract/users.ts';
import { ROLES, type Role } from '../../../../shared/domain/states.ts';
import { api } from '../../../app/connection/client.ts';
import { enter, useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { PasswordField } from '../../../components/password-field.tsx';
import { common } from '../../../words/common.ts';
import { users } from '../../../words/settings/users.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { useForm } from '../form/use-form.ts';
import { newUser, userChange, userErrors, type UserValues, valuesOf } from './user-values.ts';

/** Adds a user, or changes one. One's own password is changed where the present one is asked for. */
export function UserDialog({ user, onClose }: { user: User | null; onClose: () => void }) {
  const me = useUser();
  const isMe = user?.id === me.id;
  const [values, setValues] = useState<UserValues>(() => valuesOf(user));
  const form = useForm({
    draft: { values, put: (part) => setValues((before) => ({ ...before, ...part })) },
    check: (given) => userErrors(given, user === null),
    save: async (given) => {
      const answer = user ? await api.users.update({ id: user.id, ...userChange(given) }) : await api.users.create(newUser(given));
      if (isMe) enter(answer.user);
      say(user ? users.saved(answer.user.name) : users.added(answer.user.name));
      onClose();
    },
  });
  const { text, errors } = form;
  return (
    <FormDialog
      title={user ? users.editTitle(user.name) : users.addTitle}
      keep={user ? users.keep : common.cancel}
      confirm={user ? common.saveChanges : users.addIt}
      form={form}
      onClose={onClose}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it */}
      <TextField {...text('name')} label={users.name} required autoFocus autoComplete="off" helperText={errors.name} />
      <TextField
        {...text('email')}
        label={users.email}
        type="email"
        required
        autoComplete="off"
        helperText={errors.email ?? users.emailHelp}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
        <TextField
          select
          name="role"
          label={users.role}
          value={values.role}
          error={errors.role !== undefined}
          helperText={errors.role}
          onChange={(event) => form.put({ role: event.target.value as Role })}
        >
          {ROLES.map((role) => (
            <MenuItem key={role} value={role}>
              {users.roles[role]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          {...text('concurrentCallsLimit')}
          label={users.limitField}
          autoComplete="off"
          helperText={errors.concurrentCallsLimit ?? users.limitHelp}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </Box>
      {isMe ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {users.ownPassword}
        </Typography>
      ) : (
        <PasswordField
          {...text('password')}
          label={user ? users.newPassword : users.password}
          required={user === null}
          autoComplete="new-password"
          helperText={errors.password ?? (user ? users.newPasswordHelp : users.passwordHelp)}
        />
      )}
    </FormDialog>
  );
}
