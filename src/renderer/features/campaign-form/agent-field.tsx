import Add from '@mui/icons-material/Add';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Alert, Button, MenuItem, Stack, TextField } from '@mui/material';
import { useEffect } from 'react';
import type { Agent } from '../../../shared/contract/agents.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { size } from '../../app/theme/tokens.ts';
import { Fault } from '../../components/fault.tsx';
import { useQuery } from '../../lib/use-query.ts';
import { useTask } from '../../lib/use-task.ts';
import { formWords } from '../../words/campaign-form.ts';
import { TestCallButton } from '../test-call/test-call-button.tsx';

const MOST_AGENTS = 200;
/** As high as the field, below its label. */
const BESIDE_A_FIELD = { mt: '26px', height: size.field } as const;

export interface AgentFieldProps {
  value: string;
  error: string | undefined;
  disabled?: boolean;
  /** The campaign's own: stays in the list, though it may be gone. */
  ownAgent?: Pick<Agent, 'id' | 'name'> | undefined;
  /** What a test call would be for. */
  nextAction: string;
  onChange: (agentId: string) => void;
}

/** Who speaks, to be heard on one's own phone. Where there is nobody yet, a practice agent is one click away. */
export function AgentField({ value, error, disabled = false, ownAgent, nextAction, onChange }: AgentFieldProps) {
  const version = useLive(({ topics }) => topics.agents);
  const list = useQuery('agents', async (signal) => (await api.agents.list({ limit: MOST_AGENTS }, { signal })).agents, [version]);
  const { data: agents, again } = list;
  const create = useTask(async () => {
    const { agent } = await api.agents.create({ name: formWords.practiceAgent, provider: 'practice' });
    onChange(agent.id);
    again();
  });
  const listed = agents?.some(({ id }) => id === ownAgent?.id) || !ownAgent ? (agents ?? []) : [gone(ownAgent, agents), ...(agents ?? [])];
  // Where there is only one, there is nothing to choose.
  const only = agents?.length === 1 ? agents[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && value === '') onChange(only);
  }, [only, value, onChange]);
  if (agents === null && list.error !== null) return <Fault error={list.error} onRetry={again} />;
  if (agents !== null && listed.length === 0)
    return <NoAgent busy={create.busy} error={create.error} missing={error} onCreate={() => void create.run()} />;
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'flex-start' }}>
      <TextField
        select
        name="agentId"
        label={formWords.agent}
        required
        value={listed.some(({ id }) => id === value) ? value : ''}
        onChange={(event) => onChange(event.target.value)}
        disabled={disabled || agents === null}
        error={error !== undefined}
        helperText={error}
      >
        {listed.map(({ id, name, practice }) => (
          <MenuItem key={id} value={id}>
            {practice ? `${name}, ${formWords.practice}` : name}
          </MenuItem>
        ))}
      </TextField>
      <TestCallButton agent={agents?.find(({ id }) => id === value) ?? null} nextAction={nextAction} sx={BESIDE_A_FIELD} />
    </Stack>
  );
}

/** The campaign's agent where the list does not hold it: not read yet, or no longer there. */
const gone = ({ id, name }: Pick<Agent, 'id' | 'name'>, agents: readonly Agent[] | null) => ({
  id,
  name: agents === null ? name : formWords.agentGone(name),
  practice: false,
});

function NoAgent({ busy, error, missing, onCreate }: { busy: boolean; error: unknown; missing: string | undefined; onCreate: () => void }) {
  return (
    <>
      <Alert
        {...(missing === undefined ? { severity: 'info' } : { severity: 'error', icon: <ErrorOutlined /> })}
        action={
          <Button name="agentId" size="small" startIcon={<Add />} loading={busy} onClick={onCreate}>
            {formWords.createAgent}
          </Button>
        }
        sx={{ flexWrap: 'wrap', '& .MuiAlert-message': { flex: '1 1 240px' }, '& .MuiAlert-action': { ml: '28px', mt: 1, p: 0 } }}
      >
        {formWords.noAgent}
      </Alert>
      <Fault error={error} />
    </>
  );
}
