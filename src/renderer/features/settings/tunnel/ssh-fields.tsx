import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { SSH_AUTHS } from '../../../../shared/domain/tunnel-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { mono } from '../../../app/theme/tokens.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { KeyRow } from '../form/key-row.tsx';
import { RedDialog } from '../form/red-dialog.tsx';
import { NumberRow, SettingRow, TextRow } from '../form/setting-row.tsx';
import { ChosenRow, type KindFieldsProps } from './chosen-row.tsx';
import type { TunnelValues } from './tunnel-values.ts';

/** A server that one can log in to, and the port of it that leads here. */
export function SshFields({ form, tunnel, onChanged }: KindFieldsProps) {
  const row = (name: keyof TunnelValues, label: string, help: string) => ({
    field: form.text(name),
    error: form.errors[name],
    label,
    help,
  });
  const auth = form.values['ssh.auth'];
  return (
    <>
      <TextRow {...row('ssh.host', words.host, words.hostHelp)} />
      <NumberRow wide {...row('ssh.port', words.port, words.portHelp)} />
      <TextRow {...row('ssh.user', words.user, words.userHelp)} />
      <ChosenRow
        form={form}
        name="ssh.auth"
        label={words.auth}
        help={words.authHelp[auth]}
        choices={SSH_AUTHS.map((way) => [way, words.auths[way]])}
      />
      {auth === 'key' && (
        <>
          <TextRow {...row('ssh.keyPath', words.keyPath, words.keyPathHelp)} />
          <KeyRow form={form} name="ssh.passphrase" label={words.passphrase} help={words.passphraseHelp} isSet={tunnel.ssh.passphraseSet} />
        </>
      )}
      {auth === 'password' && (
        <KeyRow form={form} name="ssh.password" label={words.password} help={words.passwordHelp} isSet={tunnel.ssh.passwordSet} />
      )}
      <TextRow {...row('ssh.remoteHost', words.remoteHost, words.remoteHostHelp)} />
      <NumberRow wide {...row('ssh.remotePort', words.remotePort, words.remotePortHelp)} />
      <TextRow {...row('ssh.publicUrl', words.sshPublicUrl, words.sshPublicUrlHelp)} type="url" placeholder="https://" />
      <KnownKeyRow tunnel={tunnel} onChanged={onChanged} />
    </>
  );
}

function KnownKeyRow({ tunnel: { ssh }, onChanged }: Pick<KindFieldsProps, 'tunnel' | 'onChanged'>) {
  const [asks, setAsks] = useState(false);
  return (
    <SettingRow wide label={words.knownKey} help={words.knownKeyHelp}>
      {(id, describedBy) => (
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', justifyContent: 'flex-end' }}>
          <output
            id={id}
            style={{ flex: 1, minWidth: 0, fontSize: 12, overflowWrap: 'anywhere', ...(ssh.knownHostKey && { fontFamily: mono }) }}
          >
            {ssh.knownHostKey ?? words.noKnownKey}
          </output>
          {ssh.knownHostKey !== null && (
            <Button size="small" aria-describedby={describedBy} onClick={() => setAsks(true)}>
              {words.forget}
            </Button>
          )}
          {asks && (
            <RedDialog
              title={words.forgetTitle(ssh.host)}
              what={words.forgetWhat}
              keep={words.forgetKeep}
              confirm={words.forgetIt}
              run={async () => {
                onChanged((await api.tunnel.forgetHostKey()).tunnel);
                say(words.forgot);
              }}
              onClose={() => setAsks(false)}
            />
          )}
        </Stack>
      )}
    </SettingRow>
  );
}
