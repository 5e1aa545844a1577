import { Box } from '@mui/material';
import { type ElevenLabs, ElevenLabsChange, type Telephony } from '../../../../shared/contract/telephony-settings.ts';
import { ELEVENLABS_MODES } from '../../../../shared/domain/provider-settings.ts';
import { ChoiceList } from '../../../components/choice-list.tsx';
import { Panel } from '../../../components/panel.tsx';
import { SwitchField } from '../../../components/switch-field.tsx';
import { vendorWords as words } from '../../../words/settings/providers.ts';
import { KeyRow } from '../form/key-row.tsx';
import { VendorForm } from './vendor-form.tsx';
import { elevenLabsValues } from './vendor-values.ts';

const MODES = ELEVENLABS_MODES.map((value) => {
  const [word, what] = words.elevenLabsModes[value];
  return { value, word, what };
});

interface ElevenLabsFormProps {
  elevenlabs: ElevenLabs;
  onSaved: (telephony: Telephony) => void;
}

export function ElevenLabsForm({ elevenlabs, onSaved }: ElevenLabsFormProps) {
  const { isSetUp, apiKeySet, webhookSecretSet } = elevenlabs;
  return (
    <VendorForm vendor="elevenlabs" saved={elevenLabsValues(elevenlabs)} isSetUp={isSetUp} shape={ElevenLabsChange} onSaved={onSaved}>
      {(form) => (
        <>
          <Panel title={words.account}>
            <KeyRow form={form} name="apiKey" label={words.apiKey} help={words.elevenLabsKeyHelp} isSet={apiKeySet} />
            <KeyRow form={form} name="webhookSecret" label={words.webhookSecret} help={words.webhookSecretHelp} isSet={webhookSecretSet} />
          </Panel>
          <Panel title={words.mode}>
            <ChoiceList name="mode" label={words.mode} value={form.values.mode} choices={MODES} onChange={(mode) => form.put({ mode })} />
          </Panel>
          <Panel title={words.recordings}>
            <Box sx={{ px: 2, pt: 0.5, pb: 1.5 }}>
              <SwitchField
                name="keepAudio"
                checked={form.values.keepAudio}
                label={words.keepAudio}
                help={words.keepAudioHelp}
                onChange={(keepAudio) => form.put({ keepAudio })}
              />
            </Box>
          </Panel>
        </>
      )}
    </VendorForm>
  );
}
