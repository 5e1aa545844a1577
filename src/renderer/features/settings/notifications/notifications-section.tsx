import { Box } from '@mui/material';
import { NEWS_KINDS } from '../../../../shared/domain/desktop-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { ClockTimeField } from '../../../components/clock-time-field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { settings } from '../../../words/settings/common.ts';
import { notices as words } from '../../../words/settings/desktop.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { SwitchRow } from '../form/switch-row.tsx';
import { type Form, useForm } from '../form/use-form.ts';
import { type DesktopFormProps, DesktopFrame } from '../desktop/desktop-frame.tsx';
import { noticesChange, noticesErrors, noticesOf, type NoticesValues } from './notices-values.ts';

/** What the desktop program tells whoever is signed in. */
export const NotificationsSection = () => (
  <DesktopFrame name="notifications" intro={words.intro} inBrowser={words.inBrowser} form={NoticesForm} />
);

function NoticesForm({ desktop, onSaved }: DesktopFormProps) {
  const draft = useDraft('notifications', noticesOf(desktop));
  const form = useForm({
    draft,
    check: noticesErrors,
    save: async () => {
      const answer = await api.desktop.change(noticesChange(draft.changes));
      onSaved(answer.desktop);
      draft.forget();
      say(settings.saved(words.saved));
    },
  });
  return (
    <Box component="form" noValidate onSubmit={form.submit} sx={{ display: 'flex', flexDirection: 'column', gap: 2, flex: 1 }}>
      <Panel title={words.what}>
        {NEWS_KINDS.map((kind) => (
          <SwitchRow
            key={kind}
            name={kind}
            label={words[kind]}
            help={words[`${kind}Help`]}
            checked={form.values[kind]}
            onChange={(on) => form.put({ [kind]: on })}
          />
        ))}
      </Panel>
      <Hours form={form} />
      <Box sx={{ flex: 1 }} />
      <SaveBar isChanged={draft.isChanged} busy={form.busy} error={form.error} onUndo={draft.forget} />
    </Box>
  );
}

function Hours({ form: { values, put, errors } }: { form: Form<NoticesValues> }) {
  return (
    <Panel title={words.hours}>
      <SwitchRow
        name="isQuiet"
        label={words.isQuiet}
        help={words.isQuietHelp}
        checked={values.isQuiet}
        onChange={(isQuiet) => put({ isQuiet })}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '140px 140px', gap: 2, px: 2, pb: 2, pl: '54px' }}>
        {(['quietFrom', 'quietTo'] as const).map((name) => (
          <ClockTimeField
            key={name}
            name={name}
            label={words[name]}
            value={values[name]}
            error={errors[name]}
            disabled={!values.isQuiet}
            onChange={(time) => put({ [name]: time })}
          />
        ))}
      </Box>
    </Panel>
  );
}
