import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { Email, PersonName } from '../../../../shared/contract/users.ts';
import { api } from '../../../app/connection/client.ts';
import { enter, useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { fieldErrors } from '../../../lib/field-errors.ts';
import { fields } from '../../../words/account.ts';
import { common } from '../../../words/common.ts';
import { account } from '../../../words/settings/account.ts';
import { settings } from '../../../words/settings/common.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveButton } from '../form/save-bar.tsx';
import { useForm } from '../form/use-form.ts';

const SHAPES = { name: PersonName, email: Email };

/** One's own name and address. Role and limit are an admin's to change. */
export function YouPanel() {
  const user = useUser();
  const draft = useDraft('account', { name: user.name, email: user.email });
  const form = useForm({
    draft,
    check: (values) => fieldErrors(SHAPES, values),
    save: async ({ name, email }) => {
      const answer = await api.auth.changeMe({ name, email });
      draft.forget();
      enter(answer.user);
      say(settings.saved(account.yours));
    },
  });
  return (
    <Panel title={account.you}>
      <Stack component="form" noValidate onSubmit={form.submit} sx={{ p: 2, gap: 2 }}>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
          <TextField {...form.text('name')} label={account.name} required autoComplete="name" helperText={form.errors.name} />
          <TextField
            {...form.text('email')}
            label={account.email}
            type="email"
            required
            autoComplete="username"
            helperText={form.errors.email ?? fields.emailHelp}
          />
        </Box>
        <div>
          <Typography variant="subtitle2">{account.role}</Typography>
          <Typography variant="body2" sx={{ mt: 0.25, color: 'text.secondary' }}>
            {account.roleWhat[user.role]}
          </Typography>
        </div>
        <Fault error={form.error} />
        <Stack direction="row" sx={{ gap: 1 }}>
          <SaveButton isChanged={draft.isChanged} busy={form.busy} word={common.saveChanges} />
          {draft.isChanged && (
            <Button variant="text" disabled={form.busy} onClick={draft.forget}>
              {settings.undo}
            </Button>
          )}
        </Stack>
      </Stack>
    </Panel>
  );
}
