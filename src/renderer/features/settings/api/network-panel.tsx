import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import LanOutlined from '@mui/icons-material/LanOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import { Alert, Box, Button, Stack, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import type { ApiAccess } from '../../../../shared/contract/access.ts';
import { api } from '../../../app/connection/client.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { Mark, type MarkOf } from '../../../components/mark.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { api as words } from '../../../words/settings/api.ts';
import { CopyRow } from '../form/copy-row.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { NetworkForm } from './network-form.tsx';
import { OpenNetworkDialog } from './open-network-dialog.tsx';

interface NetworkProps {
  access: ApiAccess;
  onSaved: (access: ApiAccess) => void;
}

const STATES: Readonly<Record<keyof typeof words.states, MarkOf>> = {
  closed: { word: words.states.closed, icon: LockOutlined, tone: 'neutral' },
  open: { word: words.states.open, icon: LanOutlined, tone: 'success' },
  trouble: { word: words.states.trouble, icon: ErrorOutlined, tone: 'error' },
};

/** For admins: whether others in the network reach the program, by which certificate, and the way to open and to close it. */
export function NetworkPanel({ access, onSaved }: NetworkProps) {
  const { open, url, trouble, certificate } = access.network;
  const state = !open ? 'closed' : trouble === null ? 'open' : 'trouble';
  return (
    <Panel title={words.network} actions={<OpenOrClose access={access} onSaved={onSaved} />}>
      <Box sx={{ px: 2, py: 1.5 }}>
        <Typography component="div" variant="subtitle2">
          <Mark of={STATES[state]} />
        </Typography>
        <Typography variant="body2" sx={{ mt: 0.5, maxWidth: 620, color: 'text.secondary' }}>
          {open ? words.openWhat : words.closedWhat}
        </Typography>
      </Box>
      {trouble !== null && (
        <Alert severity="error" icon={<ErrorOutlined />} sx={{ mx: 2, mb: 1.5 }}>
          {trouble}
        </Alert>
      )}
      {url !== null && (
        <Box component="dl" sx={{ m: 0, borderTop: 1, borderColor: 'line.row' }}>
          <CopyRow word={words.networkAddress} text={url} />
        </Box>
      )}
      <CertificateFacts certificate={certificate} />
      <NetworkForm access={access} onSaved={onSaved} />
    </Panel>
  );
}

function OpenOrClose({ access, onSaved }: NetworkProps) {
  const { open, certificate } = access.network;
  const [isAsking, setIsAsking] = useState(false);
  const closing = useTask(async () => {
    try {
      onSaved((await api.access.changeSettings({ network: { open: false } })).api);
      say(words.closed);
    } catch (error) {
      sayFault(error);
    }
  });
  return (
    <Stack direction="row">
      {open ? (
        <Button size="small" loading={closing.busy} onClick={() => void closing.run()}>
          {words.closeIt}
        </Button>
      ) : (
        <Tooltip title={certificate ? '' : words.noCertificate} describeChild>
          <span>
            <Button size="small" disabled={certificate === null} onClick={() => setIsAsking(true)}>
              {words.openIt}
            </Button>
          </span>
        </Tooltip>
      )}
      {isAsking && certificate && <OpenNetworkDialog certificate={certificate} onSaved={onSaved} onClose={() => setIsAsking(false)} />}
    </Stack>
  );
}
