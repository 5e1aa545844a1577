import { MenuItem, TextField } from '@mui/material';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { filterWords as words } from '../../../words/analytics.ts';

interface Named {
  id: string;
  name: string;
}

export interface NarrowProps {
  value: string | null;
  /** What the figures name: one that was deleted is named by nothing else. */
  known: readonly Named[];
  onChange: (id: string | null) => void;
}

const MOST_AGENTS = 200;

/** With which agent the calls were. */
export function AgentFilter(props: NarrowProps) {
  const version = useLive(({ topics }) => topics.agents);
  const { data } = useQuery('agents', (signal) => api.agents.list({ limit: MOST_AGENTS }, { signal }), [version]);
  return <Choice {...props} label={words.agent} all={words.allAgents} listed={data?.agents ?? []} />;
}

/** For admins: whose calls they were. */
export function UserFilter(props: NarrowProps) {
  const version = useLive(({ topics }) => topics.users);
  const { data } = useQuery('users', (signal) => api.users.list({}, { signal }), [version]);
  return <Choice {...props} label={words.user} all={words.allUsers} listed={data?.users ?? []} />;
}

interface ChoiceProps extends NarrowProps {
  label: string;
  all: string;
  listed: readonly Named[];
}

function Choice({ value, known, onChange, label, all, listed }: ChoiceProps) {
  const missing = value !== null && !listed.some(({ id }) => id === value);
  const chosen = missing ? [{ id: value, name: known.find(({ id }) => id === value)?.name ?? words.chosen }] : [];
  return (
    <TextField
      select
      size="small"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      slotProps={{ select: { displayEmpty: true, inputProps: { 'aria-label': label } } }}
      sx={{ width: 130 }}
    >
      <MenuItem value="">{all}</MenuItem>
      {[...chosen, ...listed].map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
