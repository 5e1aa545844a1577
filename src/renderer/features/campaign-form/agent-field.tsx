import Add from '@mui/icons-material/Add';
import { Alert, Button, MenuItem, TextField } from '@mui/material';
import { useCallback, useEffect, useState } from 'react';
import type { Agent } from '../../../shared/contract/agents.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { Fault } from '../../components/fault.tsx';
import { useTask } from '../../lib/use-task.ts';
import { formWords } from '../../words/campaign-form.ts';

const MOST_AGENTS = 200;

interface AgentFieldProps {
  value: string;
  error: string | undefined;
  onChange: (agentId: string) => void;
}

/** Who speaks. Where there is nobody yet, a practice agent is one click away. */
export function AgentField({ value, error, onChange }: AgentFieldProps) {
  const { agents, failure, reload } = useAgents();
  const create = useTask(async () => {
    const { agent } = await api.agents.create({ name: formWords.practiceAgent, provider: 'practice' });
    onChange(agent.id);
    reload();
  });
  // Where there is only one, there is nothing to choose.
  const only = agents?.length === 1 ? agents[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && value === '') onChange(only);
  }, [only, value, onChange]);
  if (failure !== null) return <Fault error={failure} onRetry={reload} />;
  if (agents?.length === 0) return <NoAgent busy={create.busy} error={create.error} missing={error} onCreate={() => void create.run()} />;
  return (
    <TextField
      select
      name="agentId"
      label={formWords.agent}
      required
      value={agents?.some(({ id }) => id === value) ? value : ''}
      onChange={(event) => onChange(event.target.value)}
      disabled={agents === null}
      error={error !== undefined}
      helperText={error}
    >
      {(agents ?? []).map(({ id, name, practice }) => (
        <MenuItem key={id} value={id}>
          {practice ? `${name}, ${formWords.practice}` : name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function NoAgent({ busy, error, missing, onCreate }: { busy: boolean; error: unknown; missing: string | undefined; onCreate: () => void }) {
  return (
    <>
      <Alert
        severity={missing === undefined ? 'info' : 'error'}
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

/** The agents that one may use; null until read, and read anew when the stream says that they changed. */
function useAgents() {
  const version = useLive(({ topics }) => topics.agents);
  const [tries, setTries] = useState(0);
  const [agents, setAgents] = useState<readonly Agent[] | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    const stop = new AbortController();
    api.agents.list({ limit: MOST_AGENTS }, { signal: stop.signal }).then(
      (answer) => {
        setAgents(answer.agents);
        setFailure(null);
      },
      (error: unknown) => !stop.signal.aborted && setFailure(error),
    );
    return () => stop.abort();
  }, [version, tries]);
  const reload = useCallback(() => setTries((count) => count + 1), []);
  return { agents, failure, reload };
}
