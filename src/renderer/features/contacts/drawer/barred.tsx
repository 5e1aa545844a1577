import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { drawerWords } from '../../../words/contacts.ts';
import { AllowCalls } from '../actions/allow-calls.tsx';

/** That nobody may call the number, since when and why; an admin can take it off the list. */
export function Barred({ contact }: { contact: Contact }) {
  const user = useUser();
  const [isAsking, setIsAsking] = useState(false);
  if (!contact.doNotCall) return null;
  return (
    <Alert
      severity="warning"
      action={
        user.role === 'admin' && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            {drawerWords.allow}
          </Button>
        )
      }
    >
      <strong>{drawerWords.barred}</strong>
      <Why phoneNumber={contact.phoneNumber} />
      {isAsking && <AllowCalls contact={contact} onClose={() => setIsAsking(false)} />}
    </Alert>
  );
}

function Why({ phoneNumber }: { phoneNumber: string }) {
  const now = useNow();
  const version = useLive(({ topics }) => topics['do-not-call']);
  const { data } = useQuery(
    `barred ${phoneNumber}`,
    async (signal) => {
      const { numbers } = await api.compliance.listNumbers({ search: phoneNumber, limit: 10 }, { signal });
      return numbers.find((entry) => entry.phoneNumber === phoneNumber) ?? null;
    },
    [version],
  );
  if (!data) return null;
  const zone = viewerZone();
  const when = dayInWords(localDateOf(data.addedAt.getTime(), zone), localDateOf(now, zone));
  return (
    <div>
      {data.reason !== '' && `${data.reason} `}
      {drawerWords.barredBy(data.addedByName, when)}
    </div>
  );
}
