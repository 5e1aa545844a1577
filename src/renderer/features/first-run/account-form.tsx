import { Button, Checkbox, FormControlLabel, Stack, TextField } from '@mui/material';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { api } from '../../app/connection/client.ts';
import { keepSession } from '../../app/session/session.ts';
import { Fault } from '../../components/fault.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { type FieldErrors, fieldErrors, focusFirst, helpOrError } from '../../lib/field-errors.ts';
import { useTask } from '../../lib/use-task.ts';
import { Email, Password, PersonName, type User } from '../../../shared/contract/users.ts';
import { fields, firstRun } from '../../words/account.ts';

const shapes = { name: PersonName, email: Email, password: Password };
const EMPTY = { name: '', email: '', password: '' };

interface AccountFormProps {
  onCreated: (user: User, recoveryCode: string) => void;
}

/** Creates the first admin, who is signed in by it. */
export function AccountForm({ onCreated }: AccountFormProps) {
  const [values, setValues] = useState(EMPTY);
  const [errors, setErrors] = useState<FieldErrors<typeof EMPTY>>({});
  const [keep, setKeep] = useState(true);
  const create = useTask(async () => {
    const { recoveryCode, ...signedIn } = await api.auth.createFirstAdmin({ ...values, keep });
    keepSession(signedIn, keep);
    onCreated(signedIn.user, recoveryCode);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = fieldErrors(shapes, values);
    setErrors(found);
    focusFirst(event.currentTarget, found);
    if (Object.keys(found).length === 0) void create.run();
  };
  const field = (name: keyof typeof EMPTY, help?: string) => ({
    name,
    label: fields[name],
    value: values[name],
    required: true,
    onChange: (event: ChangeEvent<HTMLInputElement>) => setValues({ ...values, [name]: event.target.value }),
    ...helpOrError(errors[name], help),
  });
  return (
    <Stack component="form" noValidate onSubmit={submit} sx={{ gap: 1.5 }}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do on a screen made for it */}
      <TextField {...field('name')} autoComplete="name" autoFocus />
      <TextField {...field('email', fields.emailHelp)} type="email" autoComplete="username" />
      <PasswordField {...field('password', fields.passwordHelp)} autoComplete="new-password" />
      <FormControlLabel control={<Checkbox checked={keep} onChange={(_, checked) => setKeep(checked)} />} label={fields.keepSignedIn} />
      <Fault error={create.error} />
      <Button type="submit" size="large" variant="contained" color="primary" loading={create.busy} sx={{ mt: 1, alignSelf: 'flex-end' }}>
        {firstRun.create}
      </Button>
    </Stack>
  );
}
