import { Box } from '@mui/material';
import { DesktopChange, type DesktopSettings } from '../../../../shared/contract/desktop.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { Panel } from '../../../components/panel.tsx';
import { fieldErrors } from '../../../lib/field-errors.ts';
import { settings } from '../../../words/settings/common.ts';
import { desktop as words } from '../../../words/settings/desktop.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { TextRow } from '../form/setting-row.tsx';
import { SwitchRow } from '../form/switch-row.tsx';
import { useForm } from '../form/use-form.ts';
import { type DesktopFormProps, DesktopFrame } from './desktop-frame.tsx';

type ProgramValues = Pick<DesktopSettings, 'openAtLogin' | 'keepInTray' | 'updateFeed'>;

const { openAtLogin, keepInTray, updateFeed } = DesktopChange.shape;
const SHAPES = { openAtLogin, keepInTray, updateFeed };
const valuesOf = (saved: DesktopSettings): ProgramValues => ({
  openAtLogin: saved.openAtLogin,
  keepInTray: saved.keepInTray,
  updateFeed: saved.updateFeed,
});

/** How the desktop program behaves, for admins. */
export const DesktopSection = () => <DesktopFrame name="desktop" intro={words.intro} inBrowser={words.inBrowser} form={ProgramForm} />;

function ProgramForm({ desktop, onSaved }: DesktopFormProps) {
  const draft = useDraft('desktop', valuesOf(desktop));
  const form = useForm({
    draft,
    check: (values) => fieldErrors(SHAPES, values),
    save: async () => {
      const answer = await api.desktop.change(draft.changes);
      onSaved(answer.desktop);
      draft.forget();
      say(settings.saved(words.saved));
    },
  });
  return (
    <Box component="form" noValidate onSubmit={form.submit} sx={{ display: 'flex', flexDirection: 'column', gap: 2, flex: 1 }}>
      <Panel title={words.window}>
        {(['keepInTray', 'openAtLogin'] as const).map((name) => (
          <SwitchRow
            key={name}
            name={name}
            label={words[name]}
            help={words[`${name}Help`]}
            checked={form.values[name]}
            onChange={(on) => form.put({ [name]: on })}
          />
        ))}
      </Panel>
      <Panel title={words.updates}>
        <TextRow
          label={words.updateFeed}
          help={words.updateFeedHelp}
          field={form.text('updateFeed')}
          error={form.errors.updateFeed}
          type="url"
          placeholder="https://"
        />
      </Panel>
      <Box sx={{ flex: 1 }} />
      <SaveBar isChanged={draft.isChanged} busy={form.busy} error={form.error} onUndo={draft.forget} />
    </Box>
  );
}
