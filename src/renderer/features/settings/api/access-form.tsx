import { TextField } from '@mui/material';
import type { ApiAccess } from '../../../../shared/contract/access.ts';
import { api, onDesktop } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { Panel } from '../../../components/panel.tsx';
import { settings } from '../../../words/settings/common.ts';
import { api as words } from '../../../words/settings/api.ts';
import { useDraft } from '../form/drafts.ts';
import { PanelFoot } from '../form/panel-foot.tsx';
import { NumberRow, SettingRow } from '../form/setting-row.tsx';
import { useForm } from '../form/use-form.ts';
import { accessChange, accessErrors, fieldOf, valuesOf } from './access-values.ts';

/** For admins: the port on this computer, how often a token may ask, and which sites' pages may. */
export function AccessForm({ access, onSaved }: { access: ApiAccess; onSaved: (access: ApiAccess) => void }) {
  const draft = useDraft('api-access', valuesOf(access));
  const form = useForm({
    draft,
    check: accessErrors,
    save: async () => {
      const answer = await api.access.changeSettings(accessChange(draft.changes));
      onSaved(answer.api);
      draft.forget();
      say(settings.saved(words.saved));
    },
    fieldOf,
  });
  const { text, errors } = form;
  return (
    <Panel title={words.access}>
      <form noValidate onSubmit={form.submit}>
        {/* In a browser this page is answered at the port that the program was started with. */}
        {onDesktop && <NumberRow label={words.port} help={words.portHelp} field={text('port')} error={errors.port} />}
        <NumberRow label={words.perSecond} help={words.perSecondHelp} field={text('perSecond')} error={errors.perSecond} />
        <SettingRow wide label={words.corsOrigins} help={words.corsHelp} error={errors.corsOrigins}>
          {(id, describedBy) => (
            <TextField
              id={id}
              {...text('corsOrigins')}
              multiline
              minRows={2}
              maxRows={6}
              placeholder={settings.none}
              slotProps={{ htmlInput: { 'aria-describedby': describedBy, spellCheck: false } }}
            />
          )}
        </SettingRow>
        <PanelFoot draft={draft} form={form} />
      </form>
    </Panel>
  );
}
