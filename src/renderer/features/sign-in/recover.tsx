import { Stack, TextField } from '@mui/material';
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { api } from '../../app/connection/client.ts';
import { enter, keepSession } from '../../app/session/session.ts';
import { Entrance } from '../../components/entrance.tsx';
import { Fault } from '../../components/fault.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { type FieldErrors, fieldErrors, focusFirst, helpOrError } from '../../lib/field-errors.ts';
import { useTask } from '../../lib/use-task.ts';
import { Email, Password, PersonName, type User } from '../../../shared/contract/users.ts';
import { fields, firstRun, signIn } from '../../words/account.ts';
import { FormFoot } from './form-foot.tsx';

// The code is only asked to be there: how it is written does not matter to the engine.
const shapes = { email: Email, code: PersonName, newPassword: Password };
type Values = { email: string; code: string; newPassword: string };

interface RecoverProps {
  email: string;
  onEmail: (email: string) => void;
  onBack: () => void;
}

/** A new password by the recovery code, and the code that takes the old one's place. */
export function Recover({ email, onEmail, onBack }: RecoverProps) {
  const [done, setDone] = useState<{ user: User; code: string }>();
  if (done) {
    return (
      <Entrance title={firstRun.codeTitle} intro={signIn.newCodeIntro}>
        <RecoveryCode code={done.code} onward={signIn.goOn} onKept={() => enter(done.user)} />
      </Entrance>
    );
  }
  return (
    <Entrance title={signIn.recoverTitle} intro={signIn.recoverIntro}>
      <RecoverForm email={email} onEmail={onEmail} onBack={onBack} onDone={(user, code) => setDone({ user, code })} />
    </Entrance>
  );
}

function RecoverForm({ email, onEmail, onBack, onDone }: RecoverProps & { onDone: (user: User, code: string) => void }) {
  const [code, setCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [errors, setErrors] = useState<FieldErrors<Values>>({});
  const recover = useTask(async () => {
    const { recoveryCode, ...signedIn } = await api.auth.recover({ email, code, newPassword });
    keepSession(signedIn, false);
    onDone(signedIn.user, recoveryCode);
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found: FieldErrors<Values> = fieldErrors(shapes, { email, code, newPassword });
    if (found.code) found.code = fields.needed;
    setErrors(found);
    focusFirst(event.currentTarget, found);
    if (Object.keys(found).length === 0) void recover.run();
  };
  const into = (set: (value: string) => void) => (event: ChangeEvent<HTMLInputElement>) => set(event.target.value);
  return (
    <Stack component="form" noValidate onSubmit={submit} sx={{ gap: 1.5 }}>
      <TextField
        name="email"
        label={fields.email}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={into(onEmail)}
        {...helpOrError(errors.email)}
      />
      <TextField
        name="code"
        label={fields.recoveryCode}
        placeholder={signIn.codePlaceholder}
        autoComplete="off"
        required
        value={code}
        onChange={into(setCode)}
        {...helpOrError(errors.code)}
      />
      <PasswordField
        name="newPassword"
        label={fields.newPassword}
        autoComplete="new-password"
        required
        value={newPassword}
        onChange={into(setNewPassword)}
        {...helpOrError(errors.newPassword, fields.passwordHelp)}
      />
      <Fault error={recover.error} />
      <FormFoot aside={signIn.toSignIn} onAside={onBack} onward={signIn.recover} busy={recover.busy} />
    </Stack>
  );
}
