import { type Bolna, BolnaChange, type Telephony } from '../../../../shared/contract/telephony-settings.ts';
import { Panel } from '../../../components/panel.tsx';
import { vendorWords as words } from '../../../words/settings/providers.ts';
import { KeyRow } from '../form/key-row.tsx';
import { VendorForm } from './vendor-form.tsx';
import { bolnaValues } from './vendor-values.ts';

export function BolnaForm({ bolna, onSaved }: { bolna: Bolna; onSaved: (telephony: Telephony) => void }) {
  return (
    <VendorForm vendor="bolna" saved={bolnaValues(bolna)} isSetUp={bolna.isSetUp} shape={BolnaChange} onSaved={onSaved}>
      {(form) => (
        <Panel title={words.account}>
          <KeyRow form={form} name="apiKey" label={words.apiKey} help={words.bolnaKeyHelp} isSet={bolna.apiKeySet} />
        </Panel>
      )}
    </VendorForm>
  );
}
