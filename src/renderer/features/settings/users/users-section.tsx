import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import { Button, Card } from '@mui/material';
import { useState } from 'react';
import type { User } from '../../../../shared/contract/users.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { users as words } from '../../../words/settings/users.ts';
import { RedDialog } from '../form/red-dialog.tsx';
import { Section } from '../section.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { UserDialog } from './user-dialog.tsx';
import { UserTable } from './user-table.tsx';

type Open = { dialog: 'edit'; user: User | null } | { dialog: 'off' | 'hand-over'; user: User } | null;

/** Who may sign in: added, changed, switched off and on again; their campaigns given to others. */
export function UsersSection() {
  const version = useLive(({ topics }) => topics.users);
  const [open, setOpen] = useState<Open>(null);
  const { data, error, isLoading, again } = useQuery('users', (signal) => api.users.list({}, { signal }), [version]);
  const close = () => setOpen(null);
  const switchOn = ({ id, name }: User) => {
    api.users.update({ id, active: true }).then(() => say(words.switchedOn(name)), sayFault);
  };
  return (
    <Section
      title={SECTION_NAMES.users}
      intro={words.intro}
      actions={
        <Button
          variant="contained"
          color="primary"
          startIcon={<PersonAddOutlined />}
          onClick={() => setOpen({ dialog: 'edit', user: null })}
        >
          {words.add}
        </Button>
      }
    >
      <Fault error={error} onRetry={again} />
      <Card>
        {isLoading && <RowSkeletons rows={3} />}
        {data && (
          <UserTable
            users={data.users}
            onEdit={(user) => setOpen({ dialog: 'edit', user })}
            onSwitchOff={(user) => setOpen({ dialog: 'off', user })}
            onSwitchOn={switchOn}
            onHandOver={(user) => setOpen({ dialog: 'hand-over', user })}
          />
        )}
      </Card>
      {open?.dialog === 'edit' && <UserDialog user={open.user} onClose={close} />}
      {open?.dialog === 'off' && <SwitchOffDialog user={open.user} onClose={close} />}
      {open?.dialog === 'hand-over' && (
        <HandOverDialog
          from={open.user}
          others={(data?.users ?? []).filter(({ id, active }) => active && id !== open.user.id)}
          onClose={close}
        />
      )}
    </Section>
  );
}

function SwitchOffDialog({ user: { id, name }, onClose }: { user: User; onClose: () => void }) {
  return (
    <RedDialog
      title={words.switchOffTitle(name)}
      what={words.switchOffWhat}
      keep={words.keepOn}
      confirm={words.switchOffIt}
      run={async () => {
        const { paused } = await api.users.switchOff({ id });
        say(words.switchedOff(name, paused));
      }}
      onClose={onClose}
    />
  );
}
