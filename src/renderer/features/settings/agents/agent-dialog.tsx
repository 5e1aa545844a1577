import { Box, Checkbox, FormControlLabel, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import type { Agent } from '../../../../shared/contract/agents.ts';
import { api } from '../../../app/connection/client.ts';
import { useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { common } from '../../../words/common.ts';
import { agents } from '../../../words/settings/agents.ts';
import { TestCallButton } from '../../test-call/test-call-button.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { type Form, useForm } from '../form/use-form.ts';
import { agentChange, agentErrors, type AgentValues, newAgent, uses, valuesOf } from './agent-values.ts';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { ProviderField } from './provider-field.tsx';
import { CallerNumberField, PhoneNumberField, ProviderAgentField } from './vendor-fields.tsx';

/** Makes an agent, or changes one: who speaks, on whose line, and how long. */
export function AgentDialog({ agent, onClose }: { agent: Agent | null; onClose: () => void }) {
  const { role } = useUser();
  const [saved] = useState<AgentValues>(() => valuesOf(agent));
  const [values, setValues] = useState(saved);
  const form = useForm({
    draft: { values, put: (part) => setValues((before) => ({ ...before, ...part })) },
    check: agentErrors,
    save: async (given) => {
      if (agent) await api.agents.update({ id: agent.id, ...agentChange(given, agent) });
      else await api.agents.create(newAgent(given));
      say(agent ? agents.saved(given.name.trim()) : agents.created(given.name.trim()));
      onClose();
    },
    fieldOf: (path) => path.replace(/^options\./, ''),
  });
  const { text, errors } = form;
  const isChanged = JSON.stringify(values) !== JSON.stringify(saved);
  return (
    <FormDialog
      title={agent ? agents.editTitle(agent.name) : agents.newTitle}
      keep={agent ? agents.keep : common.cancel}
      confirm={agent ? common.saveChanges : agents.createIt}
      form={form}
      onClose={onClose}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it */}
      <TextField {...text('name')} label={agents.name} required autoFocus autoComplete="off" helperText={errors.name} />
      <ProviderField value={values.provider} isFixed={agent !== null} onChange={(provider) => form.put(onProvider(provider))} />
      <OfProvider form={form} />
      <Lengths form={form} />
      <Stack>
        {uses(values.provider, 'machineDetection') && <Tick form={form} of="machineDetection" label={agents.machineDetection} />}
        {uses(values.provider, 'record') && (
          <Tick form={form} of="record" label={values.provider === 'elevenlabs' ? agents.recordTwilio : agents.record} />
        )}
        {role === 'admin' && <Tick form={form} of="shared" label={agents.share} />}
      </Stack>
      {agent !== null && (
        <Box>
          <TestCallButton agent={agent} whyNot={isChanged ? agents.testSavedOnly : undefined} />
        </Box>
      )}
      {agent?.provider === 'bolna' && <DeliveriesPanel agent={agent} />}
    </FormDialog>
  );
}

/** Ids and numbers are of one account: those of another provider say nothing to the new one. */
const onProvider = (provider: AgentValues['provider']): Partial<AgentValues> => ({
  provider,
  providerAgentId: '',
  callerNumber: '',
  phoneNumberId: '',
});

interface PartProps {
  form: Form<AgentValues>;
}

/** What the provider needs to know: each uses something else. */
function OfProvider({ form }: PartProps) {
  const { values, text, errors } = form;
  const { provider } = values;
  if (provider === 'practice')
    return (
      <TextField
        {...text('callerNumber')}
        label={agents.callerNumber}
        type="tel"
        autoComplete="off"
        helperText={errors.callerNumber ?? agents.callerNumberHelp.practice}
      />
    );
  return (
    <>
      <ProviderAgentField vendor={provider} form={form} />
      {provider === 'elevenlabs' ? <PhoneNumberField vendor={provider} form={form} /> : <CallerNumberField vendor={provider} form={form} />}
      {provider === 'signalwire' && (
        <TextField {...text('sipAddress')} label={agents.sipAddress} autoComplete="off" helperText={errors.sipAddress ?? agents.sipHelp} />
      )}
    </>
  );
}

function Lengths({ form: { values, text, errors } }: PartProps) {
  const isBolna = values.provider === 'bolna';
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
      <TextField
        {...text('ringSeconds')}
        label={agents.ringSeconds}
        autoComplete="off"
        helperText={errors.ringSeconds ?? (isBolna ? agents.ringAtBolna : agents.ringHelp)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <TextField
        {...text('longestMinutes')}
        label={agents.longestMinutes}
        autoComplete="off"
        helperText={errors.longestMinutes ?? (isBolna ? agents.longestAtBolna : agents.longestHelp)}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </Box>
  );
}

const Tick = ({ form, of, label }: PartProps & { of: 'machineDetection' | 'record' | 'shared'; label: string }) => (
  <FormControlLabel control={<Checkbox checked={form.values[of]} onChange={(_, isOn) => form.put({ [of]: isOn })} />} label={label} />
);
