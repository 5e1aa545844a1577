import { Box, Link, Typography } from '@mui/material';
import type { Call } from '../../../../shared/contract/calls.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Mark } from '../../../components/mark.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { columns, drawerWords } from '../../../words/contacts.ts';
import { lastCallWhen, outcomeMark } from '../last-call.ts';

const SHOWN = 20;

export const ROW = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  minHeight: 36,
  borderTop: 1,
  borderColor: 'line.row',
  '&:first-of-type': { borderTop: 0 },
} as const;

/** The calls of a contact, the latest first. */
export function ContactCalls({ contactId, onOpen }: { contactId: number; onOpen: (id: string) => void }) {
  const version = useLive(({ told }) => told.calls);
  const read = (signal: AbortSignal) => api.calls.list({ contactId, limit: SHOWN }, { signal });
  const { data, error, isLoading, again } = useQuery(`calls of ${contactId}`, read, [version]);
  return (
    <DrawerSection title={drawerWords.calls}>
      {error !== null && data === null && <Fault error={error} onRetry={again} />}
      {isLoading && <RowSkeletons rows={2} />}
      {data?.calls.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {drawerWords.noCalls}
        </Typography>
      )}
      {data && data.calls.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {data.calls.map((call) => (
            <CallRow key={call.id} call={call} onOpen={onOpen} />
          ))}
        </Box>
      )}
      {data && data.total > data.calls.length && (
        <Typography variant="caption" component="p" sx={{ m: 0, mt: 1, color: 'text.tertiary' }}>
          {drawerWords.moreCalls(data.calls.length, data.total)}
        </Typography>
      )}
    </DrawerSection>
  );
}

function CallRow({ call, onOpen }: { call: Call; onOpen: (id: string) => void }) {
  const { claimedAt, status, duration, practice, campaignName } = call;
  const now = useNow();
  const successful = status === 'completed' && (duration ?? 0) > 0;
  return (
    <Box component="li" sx={ROW}>
      <Link
        component="button"
        variant="body2"
        onClick={() => onOpen(call.id)}
        sx={{ width: 104, flexShrink: 0, textAlign: 'left', fontVariantNumeric: 'tabular-nums' }}
      >
        {lastCallWhen(claimedAt.getTime(), now, viewerZone())}
      </Link>
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary', flexShrink: 0 }}>
        <Mark of={outcomeMark({ status, successful })} />
      </Typography>
      <Typography variant="body2" noWrap title={campaignName ?? undefined} sx={{ flex: 1, minWidth: 0, color: 'text.tertiary' }}>
        {[campaignName, practice && columns.practice].filter(Boolean).join(', ')}
      </Typography>
      {duration !== null && duration > 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          {drawerWords.seconds(duration)}
        </Typography>
      )}
    </Box>
  );
}
