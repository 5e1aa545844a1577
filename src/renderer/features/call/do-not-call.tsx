import PhoneDisabledOutlined from '@mui/icons-material/PhoneDisabledOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useUser } from '../../app/session/session.ts';
import { say, sayFault } from '../../app/toasts.tsx';
import { useQuery } from '../../lib/use-query.ts';
import { useTask } from '../../lib/use-task.ts';
import { callWords } from '../../words/call.ts';
import { askWords } from '../../words/contacts.ts';

/** Puts the number on the list of the whole installation, at once. Only an admin takes it off, so only an admin is offered to undo. */
export function DoNotCall({ phone }: { phone: string }) {
  const { role } = useUser();
  const changed = useLive(({ topics }) => topics['do-not-call']);
  const { data: isListed, again } = useQuery(`do-not-call:${phone}`, (signal) => isOnList(phone, signal), [changed]);
  const bar = useTask(async () => {
    try {
      await api.compliance.addNumbers({ phoneNumber: phone, reason: callWords.reason });
      again();
      say(
        callWords.barred(formatPhoneNumber(phone)),
        role === 'admin' ? { word: callWords.undo, run: () => void lift(phone, again) } : undefined,
      );
    } catch (error) {
      sayFault(error);
    }
  });
  if (isListed === null) return null;
  if (isListed) {
    return (
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75, color: 'text.secondary' }}>
        <PhoneDisabledOutlined aria-hidden sx={{ fontSize: 16 }} />
        <Typography variant="body2">{callWords.onList}</Typography>
      </Stack>
    );
  }
  return (
    <Button startIcon={<PhoneDisabledOutlined />} loading={bar.busy} onClick={() => void bar.run()}>
      {callWords.doNotCall}
    </Button>
  );
}

/** The list is searched by any part of a number; only the whole one counts. */
async function isOnList(phone: string, signal: AbortSignal): Promise<boolean> {
  const { numbers } = await api.compliance.listNumbers({ search: phone, limit: 20 }, { signal });
  return numbers.some(({ phoneNumber }) => phoneNumber === phone);
}

async function lift(phone: string, again: () => void): Promise<void> {
  try {
    await api.compliance.removeNumber({ phoneNumber: phone, reason: callWords.undoReason });
    again();
    say(askWords.allowed(formatPhoneNumber(phone)));
  } catch (error) {
    sayFault(error);
  }
}
