import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { Box, Button, Link as StyledLink, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Agent } from '../../../../shared/contract/agents.ts';
import type { AgentWebhook } from '../../../../shared/contract/telephony.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { useTask } from '../../../lib/use-task.ts';
import { deliveriesWords as words } from '../../../words/settings/agents.ts';
import { deliveriesState } from './deliveries-view.ts';

/** Where a Bolna agent's deliveries go, and the way here and back. */
export function DeliveriesPanel({ agent }: { agent: Agent }) {
  const settings = useLive(({ topics }) => topics.settings);
  const problems = useLive(({ told }) => told.problems);
  const read = async (signal: AbortSignal) => (await api.telephony.agentWebhook({ id: agent.id }, { signal })).webhook;
  const { data: webhook, error, isLoading, again } = useQuery(`webhook/${agent.id}`, read, [settings, problems]);
  return (
    <Panel title={words.title} sx={{ flexShrink: 0 }}>
      <Stack sx={{ p: 2, gap: 1.5 }}>
        <Fault error={error} onRetry={again} />
        {isLoading && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {words.asking}
          </Typography>
        )}
        {webhook !== null && error === null && <Told agent={agent} webhook={webhook} onChanged={again} />}
      </Stack>
    </Panel>
  );
}

interface ToldProps {
  agent: Agent;
  webhook: AgentWebhook;
  onChanged: () => void;
}

function Told({ agent, webhook, onChanged }: ToldProps) {
  const { role } = useUser();
  const state = deliveriesState(webhook);
  const Icon = state === 'ours' ? CheckCircleOutlined : InfoOutlined;
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'flex-start' }}>
        <Icon aria-hidden sx={{ fontSize: 16, mt: '2px', color: state === 'ours' ? 'success.main' : 'text.tertiary' }} />
        <Typography variant="body2">{words[state]}</Typography>
      </Stack>
      {/* Ours carries its secret word, which nobody has to read here. */}
      {!webhook.isOurs && webhook.current !== null && <Address word={words.now} url={webhook.current} />}
      {webhook.before !== null && <Address word={words.before} url={webhook.before} />}
      {role === 'admin' ? <Change agent={agent} webhook={webhook} onChanged={onChanged} /> : <Quiet>{words.adminOnly}</Quiet>}
    </>
  );
}

const Quiet = ({ children }: { children: string }) => (
  <Typography variant="caption" sx={{ color: 'text.secondary' }}>
    {children}
  </Typography>
);

const Address = ({ word, url }: { word: string; url: string }) => (
  <Box>
    <Typography variant="caption" component="div" sx={{ color: 'text.tertiary' }}>
      {word}
    </Typography>
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {url}
    </Typography>
  </Box>
);

function Change({ agent, webhook, onChanged }: ToldProps) {
  const [asks, setAsks] = useState(false);
  if (!webhook.isOurs && webhook.ours === null)
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {words.noAddress}{' '}
        <StyledLink component={Link} href="/settings/tunnel">
          {words.setUpTunnel}
        </StyledLink>
      </Typography>
    );
  const close = () => setAsks(false);
  return (
    <Box>
      <Button size="small" onClick={() => setAsks(true)}>
        {webhook.isOurs ? words.restore : words.point}
      </Button>
      {asks && <ChangeDialog agent={agent} webhook={webhook} onChanged={onChanged} onClose={close} />}
    </Box>
  );
}

/** Asks first: the address is of the vendor's agent, which others may use as well. */
function ChangeDialog({ agent: { id, name }, webhook, onChanged, onClose }: ToldProps & { onClose: () => void }) {
  const state = deliveriesState(webhook);
  // While it is sent, the panel below may have heard already how it ended.
  const [{ isBack, what, address }] = useState(() => ({
    isBack: webhook.isOurs,
    what:
      state === 'nowhere' || state === 'elsewhere'
        ? words.pointWhat[state]
        : words.restoreWhat[webhook.before === null ? 'nowhere' : 'before'],
    address: webhook.isOurs ? webhook.before : webhook.current,
  }));
  const task = useTask(async () => {
    await api.telephony.setAgentWebhook({ id, to: isBack ? 'before' : 'ours' });
    say(isBack ? words.restored(name) : words.pointed(name));
    onClose();
    onChanged();
  });
  return (
    <AskDialog
      title={isBack ? words.restoreTitle(name) : words.pointTitle(name)}
      keep={words.keep}
      confirm={isBack ? words.restoreIt : words.pointIt}
      task={task}
      onClose={onClose}
    >
      {address !== null && <Address word={isBack ? words.before : words.now} url={address} />}
      <Typography>{what}</Typography>
    </AskDialog>
  );
}
