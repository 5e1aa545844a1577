import { Stack, Tooltip, Typography } from '@mui/material';
import { Pips } from '../../components/pips.tsx';
import { number } from '../../lib/format.ts';
import { shell, slotsInUse } from '../../words/shell.ts';
import { useLive } from '../live/live-store.ts';
import { useUser } from '../session/session.ts';
import { useToday } from './today.tsx';

/** Calls up against the limit: a supervisor's own; an admin sees everyone's besides. */
export function Slots({ rail }: { rail: boolean }) {
  const slots = useLive((state) => state.slots);
  const user = useUser();
  const today = useToday();
  if (!slots) return null;
  const { userActive, userLimit, userAvailable, systemActive, systemLimit } = slots;
  if (rail) {
    return (
      <Tooltip title={slotsInUse(userActive, userLimit)} placement="right">
        <Typography
          variant="caption"
          aria-label={slotsInUse(userActive, userLimit)}
          role="img"
          sx={{ textAlign: 'center', pb: 1.5, fontWeight: 500 }}
        >
          {number(userActive)}/{number(userLimit)}
        </Typography>
      </Tooltip>
    );
  }
  return (
    <Stack sx={{ gap: 0.75, px: 1, pb: 1.5 }}>
      <Row label={shell.callsUp} value={shell.of(userActive, userLimit)} />
      <Pips up={userActive} of={userLimit} />
      {userLimit === 0 ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {shell.noSlots}
        </Typography>
      ) : (
        <Row label={shell.slotsFree} value={number(userAvailable)} />
      )}
      {today && <Row label={shell.doneToday} value={number(today.doneToday)} />}
      {user.role === 'admin' && <Row label={shell.systemCallsUp} value={shell.of(systemActive, systemLimit)} />}
    </Stack>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <Stack direction="row" sx={{ justifyContent: 'space-between', fontVariantNumeric: 'tabular-nums' }}>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography variant="caption" sx={{ fontWeight: 500 }}>
        {value}
      </Typography>
    </Stack>
  );
}
