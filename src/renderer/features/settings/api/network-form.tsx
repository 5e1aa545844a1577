import { Box } from '@mui/material';
import { useState } from 'react';
import type { ApiAccess } from '../../../../shared/contract/access.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { api as words } from '../../../words/settings/api.ts';
import { settings } from '../../../words/settings/common.ts';
import { PanelFoot } from '../form/panel-foot.tsx';
import { NumberRow } from '../form/setting-row.tsx';
import { useForm } from '../form/use-form.ts';
import { networkChange, networkErrors, type NetworkValues, valuesOf } from './network-values.ts';
import { PemRow } from './pem-row.tsx';

/** The port in the network, and a certificate with its key: chosen as files or pasted. A key is kept nowhere but in this form until it is saved. */
export function NetworkForm({ access, onSaved }: { access: ApiAccess; onSaved: (access: ApiAccess) => void }) {
  const saved = valuesOf(access);
  const [typed, setTyped] = useState<Partial<NetworkValues>>({});
  const values: NetworkValues = { ...saved, ...typed };
  const isChanged = JSON.stringify(values) !== JSON.stringify(saved);
  const forget = () => setTyped({});
  const form = useForm<NetworkValues>({
    draft: { values, put: (part) => setTyped((before) => ({ ...before, ...part })) },
    check: networkErrors,
    save: async (given) => {
      const answer = await api.access.changeSettings(networkChange(given, access));
      onSaved(answer.api);
      forget();
      say(settings.saved(words.networkSaved));
    },
  });
  return (
    <Box component="form" noValidate onSubmit={form.submit} sx={{ borderTop: 1, borderColor: 'line.row' }}>
      <NumberRow
        label={words.networkPort}
        help={words.networkPortHelp}
        field={form.text('network.port')}
        error={form.errors['network.port']}
      />
      <PemRow
        form={form}
        name="network.certificate"
        label={words.newCertificate}
        help={words.newCertificateHelp}
        placeholder={words.pasteCertificate}
        choose={words.chooseCertificate}
      />
      <PemRow
        form={form}
        name="network.key"
        label={words.key}
        help={words.keyHelp}
        placeholder={words.pasteKey}
        choose={words.chooseKey}
        isSecret
      />
      <PanelFoot draft={{ isChanged, forget }} form={form} />
    </Box>
  );
}
