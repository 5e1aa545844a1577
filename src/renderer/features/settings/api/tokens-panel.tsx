import Add from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useState } from 'react';
import type { ApiAccess, ApiToken } from '../../../../shared/contract/access.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { Panel } from '../../../components/panel.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useMinute } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { api as words } from '../../../words/settings/api.ts';
import { RedDialog } from '../form/red-dialog.tsx';
import { type Made, SecretDialog } from './secret-dialog.tsx';
import { TokenDialog } from './token-dialog.tsx';
import { TokenTable } from './token-table.tsx';

type Open = { dialog: 'make' } | { dialog: 'secret'; made: Made } | { dialog: 'revoke'; token: ApiToken } | null;

/** The tokens of scripts: made, shown once, and revoked. */
export function TokensPanel({ access }: { access: ApiAccess | null }) {
  // When one was used last is told by nobody: it is looked at again every minute.
  const { data, error, isLoading, again } = useQuery('api-tokens', (signal) => api.access.tokens(undefined, { signal }), [useMinute()]);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <Panel
      title={words.tokens}
      actions={
        <Button size="small" variant="text" startIcon={<Add />} onClick={() => setOpen({ dialog: 'make' })}>
          {words.make}
        </Button>
      }
    >
      <Fault error={error} onRetry={again} />
      {isLoading && <RowSkeletons rows={2} />}
      {data?.tokens.length === 0 && <NothingHere>{words.noTokens}</NothingHere>}
      {data && data.tokens.length > 0 && <TokenTable tokens={data.tokens} onRevoke={(token) => setOpen({ dialog: 'revoke', token })} />}
      {open?.dialog === 'make' && (
        <TokenDialog
          onMade={(made) => {
            again();
            setOpen({ dialog: 'secret', made });
          }}
          onClose={close}
        />
      )}
      {open?.dialog === 'secret' && <SecretDialog made={open.made} url={access?.url ?? null} onClose={close} />}
      {open?.dialog === 'revoke' && (
        <RedDialog
          title={words.revokeTitle(open.token.name)}
          what={words.revokeWhat}
          keep={words.keepIt}
          confirm={words.revokeIt}
          run={async () => {
            await api.access.revokeToken({ id: open.token.id });
            again();
            say(words.revoked(open.token.name));
          }}
          onClose={close}
        />
      )}
    </Panel>
  );
}
