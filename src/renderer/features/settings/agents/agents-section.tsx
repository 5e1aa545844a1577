import Add from '@mui/icons-material/Add';
import { Button, Card } from '@mui/material';
import { useState } from 'react';
import type { Agent } from '../../../../shared/contract/agents.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Pager } from '../../../components/pager.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { agents as words } from '../../../words/settings/agents.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { TestCallDialog } from '../../test-call/test-call-dialog.tsx';
import { RedDialog } from '../form/red-dialog.tsx';
import { Section } from '../section.tsx';
import { AgentDialog } from './agent-dialog.tsx';
import { AgentTable } from './agent-table.tsx';

const LIMIT = 50;

type Open = { dialog: 'edit'; agent: Agent | null } | { dialog: 'test' | 'delete'; agent: Agent } | null;

/** The voices that speak: one's own and the shared ones. */
export function AgentsSection() {
  const version = useLive(({ topics }) => topics.agents);
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<Open>(null);
  const { data, error, isLoading, again } = useQuery(`agents/${page}`, (signal) => api.agents.list({ page, limit: LIMIT }, { signal }), [
    version,
  ]);
  const create = () => setOpen({ dialog: 'edit', agent: null });
  const close = () => setOpen(null);
  const button = (
    <Button variant="contained" color="primary" startIcon={<Add />} onClick={create}>
      {words.create}
    </Button>
  );
  const isEmpty = data?.total === 0;
  return (
    <Section title={SECTION_NAMES.agents} intro={words.intro} actions={button}>
      <Fault error={error} onRetry={again} />
      <Card>
        {isLoading && <RowSkeletons rows={3} />}
        {isEmpty && <NothingHere>{words.empty}</NothingHere>}
        {data && !isEmpty && (
          <AgentTable
            agents={data.agents}
            onEdit={(agent) => setOpen({ dialog: 'edit', agent })}
            onTest={(agent) => setOpen({ dialog: 'test', agent })}
            onDelete={(agent) => setOpen({ dialog: 'delete', agent })}
          />
        )}
        {data && <Pager {...data} limit={LIMIT} onPage={setPage} />}
      </Card>
      {open?.dialog === 'edit' && <AgentDialog agent={open.agent} onClose={close} />}
      {open?.dialog === 'test' && <TestCallDialog agent={open.agent} onClose={close} />}
      {open?.dialog === 'delete' && (
        <RedDialog
          title={words.deleteTitle(open.agent.name)}
          what={words.deleteWhat}
          keep={words.keepIt}
          confirm={words.deleteIt}
          run={async () => {
            await api.agents.delete({ id: open.agent.id });
            say(words.deleted(open.agent.name));
          }}
          onClose={close}
        />
      )}
    </Section>
  );
}
