import { CLOUDFLARED_WAYS } from '../../../../shared/domain/tunnel-settings.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { KeyRow } from '../form/key-row.tsx';
import { TextRow } from '../form/setting-row.tsx';
import { ChosenRow, type KindFieldsProps } from './chosen-row.tsx';
import { SshFields } from './ssh-fields.tsx';
import type { TunnelValues } from './tunnel-values.ts';

/** What the chosen kind needs. */
export function KindFields({ form, tunnel, onChanged }: KindFieldsProps) {
  const row = (name: keyof TunnelValues, label: string, help: string) => ({
    field: form.text(name),
    error: form.errors[name],
    label,
    help,
  });
  switch (form.values.kind) {
    case 'none':
      return null;
    case 'address':
      return <TextRow {...row('publicUrl', words.publicUrl, words.publicUrlHelp)} type="url" placeholder="https://" />;
    case 'ngrok':
      return (
        <>
          <KeyRow form={form} name="ngrok.token" label={words.ngrokToken} help={words.ngrokTokenHelp} isSet={tunnel.ngrok.tokenSet} />
          <TextRow {...row('ngrok.domain', words.domain, words.domainHelp)} />
        </>
      );
    case 'ssh':
      return <SshFields form={form} tunnel={tunnel} onChanged={onChanged} />;
    case 'cloudflared':
      return (
        <>
          <ChosenRow
            form={form}
            name="cloudflared.way"
            label={words.way}
            help={words.wayHelp[form.values['cloudflared.way']]}
            choices={CLOUDFLARED_WAYS.map((way) => [way, words.ways[way]])}
          />
          {form.values['cloudflared.way'] === 'named' && (
            <>
              <KeyRow
                form={form}
                name="cloudflared.token"
                label={words.cloudflaredToken}
                help={words.cloudflaredTokenHelp}
                isSet={tunnel.cloudflared.tokenSet}
              />
              <TextRow {...row('cloudflared.tunnelName', words.tunnelName, words.tunnelNameHelp)} />
              <TextRow {...row('cloudflared.hostname', words.hostname, words.hostnameHelp)} />
            </>
          )}
          <TextRow {...row('cloudflared.program', words.program, words.programHelp)} />
        </>
      );
  }
}
