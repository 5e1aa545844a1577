import { MenuItem, Stack, TextField } from '@mui/material';
import type { Agent } from '../../../../shared/contract/agents.ts';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { textField } from './text-field.ts';
import type { Edit } from './use-edit.ts';

/** Its name, who speaks, and what is to be achieved. */
export function SaidPanel({ edit, campaign }: { edit: Edit; campaign: Campaign }) {
  return (
    <Panel title={editWords.said}>
      <Stack sx={{ p: 2, gap: 1.5 }}>
        <TextField {...textField(edit, 'name')} label={formWords.name} required slotProps={{ htmlInput: { maxLength: 255 } }} />
        <TextField {...textField(edit, 'description', editWords.descriptionHelp)} label={editWords.description} multiline maxRows={4} />
        <AgentSelect edit={edit} campaign={campaign} />
        <TextField
          {...textField(edit, 'nextAction', formWords.nextActionHelp)}
          label={formWords.nextAction}
          required
          multiline
          minRows={2}
          maxRows={8}
        />
      </Stack>
    </Panel>
  );
}

const MOST_AGENTS = 200;

/** The agents that one may use; the campaign's own stays in the list, though it may be gone. */
function AgentSelect({ edit, campaign: { agentId, agentName } }: { edit: Edit; campaign: Campaign }) {
  const changed = useLive(({ topics }) => topics.agents);
  const { data, error, again } = useQuery('agents', async (signal) => (await api.agents.list({ limit: MOST_AGENTS }, { signal })).agents, [
    changed,
  ]);
  const agents: readonly Pick<Agent, 'id' | 'name' | 'practice'>[] = data ?? [];
  const isListed = agents.some(({ id }) => id === agentId);
  return (
    <>
      <TextField
        select
        name="agentId"
        label={formWords.agent}
        required
        value={edit.draft.agentId}
        onChange={(event) => edit.put({ agentId: event.target.value })}
        disabled={edit.locked('agentId') !== undefined}
        error={edit.errors.agentId !== undefined}
        helperText={edit.errors.agentId}
      >
        {!isListed && <MenuItem value={agentId}>{data === null ? agentName : editWords.agentGone(agentName)}</MenuItem>}
        {agents.map(({ id, name, practice }) => (
          <MenuItem key={id} value={id}>
            {practice ? `${name}, ${formWords.practice}` : name}
          </MenuItem>
        ))}
      </TextField>
      <Fault error={error} onRetry={again} />
    </>
  );
}
