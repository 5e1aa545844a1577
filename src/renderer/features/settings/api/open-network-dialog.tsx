import { Typography } from '@mui/material';
import type { ApiAccess, Certificate } from '../../../../shared/contract/access.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { api as words } from '../../../words/settings/api.ts';

interface OpenNetworkProps {
  certificate: Certificate;
  onSaved: (access: ApiAccess) => void;
  onClose: () => void;
}

/** Says in plain words what opening means, before it is done. */
export function OpenNetworkDialog({ certificate, onSaved, onClose }: OpenNetworkProps) {
  const task = useTask(async () => {
    const { api: access } = await api.access.changeSettings({ network: { open: true } });
    onSaved(access);
    // Where it does not answer, the panel says why.
    if (access.network.url !== null) say(words.opened(access.network.url));
    onClose();
  });
  return (
    <AskDialog title={words.openTitle} keep={words.keepClosed} confirm={words.open} red task={task} onClose={onClose}>
      <Typography>{words.openDialog.who}</Typography>
      <Typography>{words.openDialog.names(certificate.names)}</Typography>
      <Typography>{words.openDialog.how}</Typography>
    </AskDialog>
  );
}
