import { Box } from '@mui/material';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { TUNNEL_KINDS } from '../../../../shared/domain/tunnel-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { ChoiceList } from '../../../components/choice-list.tsx';
import { Panel } from '../../../components/panel.tsx';
import { settings } from '../../../words/settings/common.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { useDraft } from '../form/drafts.ts';
import { PanelFoot } from '../form/panel-foot.tsx';
import { NumberRow } from '../form/setting-row.tsx';
import { useForm } from '../form/use-form.ts';
import { KindFields } from './kind-fields.tsx';
import { tunnelChange, tunnelErrors, valuesOf } from './tunnel-values.ts';

const KINDS = TUNNEL_KINDS.map((value) => {
  const [word, what] = words.kinds[value];
  return { value, word, what };
});

/** Which tunnel it is, and what that one needs. */
export function TunnelForm({ tunnel, onSaved }: { tunnel: Tunnel; onSaved: (tunnel: Tunnel) => void }) {
  const draft = useDraft('tunnel', valuesOf(tunnel));
  const form = useForm({
    draft,
    check: (values) => tunnelErrors(values, tunnel),
    save: async () => {
      const answer = await api.tunnel.change(tunnelChange(draft.changes));
      onSaved(answer.tunnel);
      draft.forget();
      say(settings.saved(words.saved));
    },
  });
  return (
    <Panel title={words.choose}>
      <form noValidate onSubmit={form.submit}>
        <ChoiceList name="kind" label={words.kind} value={form.values.kind} choices={KINDS} onChange={(kind) => form.put({ kind })} />
        <Box sx={{ borderTop: 1, borderColor: 'line.row' }}>
          <KindFields form={form} tunnel={tunnel} onChanged={onSaved} />
          <NumberRow
            wide
            label={words.webhookPort}
            help={words.webhookPortHelp}
            field={form.text('webhookPort')}
            error={form.errors.webhookPort}
          />
        </Box>
        <PanelFoot draft={draft} form={form} />
      </form>
    </Panel>
  );
}
