import { type SignalWire, SignalWireChange, type Telephony } from '../../../../shared/contract/telephony-settings.ts';
import { SIGNALWIRE_MODES } from '../../../../shared/domain/provider-settings.ts';
import { ChoiceList } from '../../../components/choice-list.tsx';
import { Panel } from '../../../components/panel.tsx';
import { vendorWords as words } from '../../../words/settings/providers.ts';
import { KeyRow } from '../form/key-row.tsx';
import { TextRow } from '../form/setting-row.tsx';
import { VendorForm } from './vendor-form.tsx';
import { signalWireValues } from './vendor-values.ts';

const MODES = SIGNALWIRE_MODES.map((value) => {
  const [word, what] = words.signalWireModes[value];
  return { value, word, what };
});

interface SignalWireFormProps {
  signalwire: SignalWire;
  onSaved: (telephony: Telephony) => void;
}

export function SignalWireForm({ signalwire, onSaved }: SignalWireFormProps) {
  const { isSetUp, tokenSet, signingKeySet } = signalwire;
  return (
    <VendorForm vendor="signalwire" saved={signalWireValues(signalwire)} isSetUp={isSetUp} shape={SignalWireChange} onSaved={onSaved}>
      {(form) => (
        <>
          <Panel title={words.account}>
            <TextRow
              field={form.text('space')}
              error={form.errors.space}
              label={words.space}
              help={words.spaceHelp}
              placeholder="example"
            />
            <TextRow field={form.text('projectId')} error={form.errors.projectId} label={words.projectId} help={words.projectIdHelp} />
            <KeyRow form={form} name="token" label={words.token} help={words.tokenHelp} isSet={tokenSet} />
            <KeyRow form={form} name="signingKey" label={words.signingKey} help={words.signingKeyHelp} isSet={signingKeySet} />
            <TextRow
              field={form.text('callerNumber')}
              error={form.errors.callerNumber}
              label={words.callerNumber}
              help={words.callerNumberHelp}
              type="tel"
            />
          </Panel>
          <Panel title={words.mode}>
            <ChoiceList name="mode" label={words.mode} value={form.values.mode} choices={MODES} onChange={(mode) => form.put({ mode })} />
          </Panel>
        </>
      )}
    </VendorForm>
  );
}
