import { Box, Checkbox, FormControlLabel, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Agent } from '../../../../shared/contract/agents.ts';
import { api } from '../../../app/connection/client.ts';
import { useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { common } from '../../../words/common.ts';
import { agents } from '../../../words/settings/agents.ts';
import { FormDialog } from '../form/form-dialog.tsx';
import { useForm } from '../form/use-form.ts';
import { agentChange, agentErrors, type AgentValues, newAgent, valuesOf } from './agent-values.ts';

/** Makes an agent, or changes one: who speaks, and how long. */
export function AgentDialog({ agent, onClose }: { agent: Agent | null; onClose: () => void }) {
  const { role } = useUser();
  const [values, setValues] = useState<AgentValues>(() => valuesOf(agent));
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
  const isPractice = agent === null || agent.provider === 'practice';
  return (
    <FormDialog
      title={agent ? agents.editTitle(agent.name) : agents.newTitle}
      keep={agent ? agents.keep : common.cancel}
      confirm={agent ? common.saveChanges : agents.createIt}
      form={form}
      onClose={onClose}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {isPractice ? agents.line : agents.otherLine(agents.providers[agent.provider])}
      </Typography>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it */}
      <TextField {...text('name')} label={agents.name} required autoFocus autoComplete="off" helperText={errors.name} />
      {!isPractice && (
        <TextField {...text('providerAgentId')} label={agents.providerAgentId} required helperText={errors.providerAgentId} />
      )}
      <TextField
        {...text('callerNumber')}
        label={agents.callerNumber}
        type="tel"
        autoComplete="off"
        helperText={errors.callerNumber ?? agents.callerNumberHelp}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
        <TextField
          {...text('ringSeconds')}
          label={agents.ringSeconds}
          autoComplete="off"
          helperText={errors.ringSeconds ?? agents.ringHelp}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
        <TextField
          {...text('longestMinutes')}
          label={agents.longestMinutes}
          autoComplete="off"
          helperText={errors.longestMinutes ?? agents.longestHelp}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      </Box>
      <Stack>
        <FormControlLabel
          control={<Checkbox checked={values.record} onChange={(_, record) => form.put({ record })} />}
          label={agents.record}
        />
        {role === 'admin' && (
          <FormControlLabel
            control={<Checkbox checked={values.shared} onChange={(_, shared) => form.put({ shared })} />}
            label={agents.share}
          />
        )}
      </Stack>
    </FormDialog>
  );
}
