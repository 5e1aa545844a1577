import { Alert, Checkbox, FormControlLabel, Stack, TextField } from '@mui/material';
import { type FormEvent, useState } from 'react';
import { api } from '../../app/connection/client.ts';
import { enter, keepSession } from '../../app/session/session.ts';
import { Entrance } from '../../components/entrance.tsx';
import { Fault } from '../../components/fault.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { type FieldErrors, focusFirst, helpOrError } from '../../lib/field-errors.ts';
import { useTask } from '../../lib/use-task.ts';
import { fields, signIn } from '../../words/account.ts';
import { FormFoot } from './form-foot.tsx';
import { Recover } from './recover.tsx';

/** The door: e-mail and password, or the way back in with the recovery code. */
export function SignIn({ ended }: { ended: boolean }) {
  const [recovering, setRecovering] = useState(false);
  const [email, setEmail] = useState('');
  if (recovering) return <Recover email={email} onEmail={setEmail} onBack={() => setRecovering(false)} />;
  return (
    <Entrance title={signIn.title} intro="">
      <Stack sx={{ gap: 2, mt: -1.75 }}>
        {ended && <Alert severity="info">{signIn.ended}</Alert>}
        <SignInForm email={email} onEmail={setEmail} onLost={() => setRecovering(true)} />
      </Stack>
    </Entrance>
  );
}

interface SignInFormProps {
  email: string;
  onEmail: (email: string) => void;
  onLost: () => void;
}

function SignInForm({ email, onEmail, onLost }: SignInFormProps) {
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [errors, setErrors] = useState<FieldErrors<{ email: string; password: string }>>({});
  const enterNow = useTask(async () => {
    const signedIn = await api.auth.signIn({ email: email.trim(), password, keep });
    keepSession(signedIn, keep);
    enter(signedIn.user);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = { ...(email.trim() === '' && { email: fields.needed }), ...(password === '' && { password: fields.needed }) };
    setErrors(found);
    focusFirst(event.currentTarget, found);
    if (Object.keys(found).length === 0) void enterNow.run();
  };
  return (
    <Stack component="form" noValidate onSubmit={submit} sx={{ gap: 1.5 }}>
      <TextField
        name="email"
        label={fields.email}
        type="email"
        autoComplete="username"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do on a screen made for it
        autoFocus
        required
        value={email}
        onChange={(event) => onEmail(event.target.value)}
        {...helpOrError(errors.email)}
      />
      <PasswordField
        name="password"
        label={fields.password}
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        {...helpOrError(errors.password)}
      />
      <FormControlLabel control={<Checkbox checked={keep} onChange={(_, checked) => setKeep(checked)} />} label={fields.keepSignedIn} />
      <Fault error={enterNow.error} />
      <FormFoot aside={signIn.lostPassword} onAside={onLost} onward={signIn.button} busy={enterNow.busy} />
    </Stack>
  );
}
