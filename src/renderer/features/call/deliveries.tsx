import { Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { useUser } from '../../app/session/session.ts';
import { say, sayFault } from '../../app/toasts.tsx';
import { mono, num } from '../../app/theme/tokens.ts';
import { DrawerSection } from '../../components/drawer-section.tsx';
import { Fault } from '../../components/fault.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useQuery } from '../../lib/use-query.ts';
import { useTask } from '../../lib/use-task.ts';
import { callWords, providerName } from '../../words/call.ts';
import { clockOf } from './clock-of.ts';
import { deliveryWord, readableBody } from './delivery-word.ts';

const MOST = 100;

type Delivery = Awaited<ReturnType<typeof api.calls.deliveries>>['deliveries'][number];

/** What the provider told of the call, in the order in which it came, and what became of it. */
export function Deliveries({ call: { id, provider }, onApplied }: { call: CallDetails; onApplied: () => void }) {
  const changed = useLive(({ topics, told }) => topics.deliveries + told.calls);
  const { data, error, isLoading, again } = useQuery(
    `deliveries:${id}`,
    (signal) => api.calls.deliveries({ callId: id, limit: MOST }, { signal }),
    [changed],
  );
  const applied = () => {
    again();
    onApplied();
  };
  const more = (data?.total ?? 0) - (data?.count ?? 0);
  return (
    <DrawerSection title={callWords.deliveries} note={callWords.told(providerName(provider))}>
      <Fault error={error} onRetry={again} />
      {!isLoading && data?.count === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {callWords.noDeliveries}
        </Typography>
      )}
      {more > 0 && (
        <Typography variant="caption" sx={{ color: 'text.tertiary' }}>
          {callWords.moreDeliveries(more)}
        </Typography>
      )}
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data?.deliveries.toReversed().map((delivery) => (
          <li key={delivery.id}>
            <One delivery={delivery} onApplied={applied} />
          </li>
        ))}
      </Stack>
    </DrawerSection>
  );
}

function One({ delivery, onApplied }: { delivery: Delivery; onApplied: () => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const time = clockOf(delivery.receivedAt, viewerZone());
  const what = deliveryWord(delivery.body);
  return (
    <>
      <Button
        variant="text"
        size="small"
        fullWidth
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        sx={{ justifyContent: 'flex-start', gap: 1.5, px: 1, mx: -1, width: 'calc(100% + 16px)', fontWeight: 400 }}
      >
        <Typography component="span" variant="caption" sx={{ ...num, width: 56, flexShrink: 0, textAlign: 'left', color: 'text.tertiary' }}>
          {time}
        </Typography>
        <Typography component="span" variant="subtitle2" noWrap sx={{ color: 'text.primary' }}>
          {what}
        </Typography>
        <Typography component="span" variant="body2" noWrap sx={{ ml: 'auto', color: 'text.secondary' }}>
          {resultWords(delivery)}
        </Typography>
      </Button>
      {isOpen && <Body delivery={delivery} onApplied={onApplied} />}
    </>
  );
}

function Body({ delivery, onApplied }: { delivery: Delivery; onApplied: () => void }) {
  const { role } = useUser();
  const apply = useTask(async () => {
    try {
      const { state, note } = await api.calls.applyAgain({ id: delivery.id });
      say(callWords.appliedAgain(callWords.deliveryStates[state], note));
      onApplied();
    } catch (error) {
      sayFault(error);
    }
  });
  return (
    <Stack sx={{ gap: 1, mb: 1, alignItems: 'flex-start' }}>
      <Box
        component="pre"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
        role="group"
        aria-label={callWords.show(deliveryWord(delivery.body), clockOf(delivery.receivedAt, viewerZone()))}
        sx={{
          m: 0,
          p: 1,
          width: 1,
          maxHeight: 240,
          overflow: 'auto',
          fontFamily: mono,
          fontSize: 12,
          lineHeight: '16px',
          border: 1,
          borderColor: 'divider',
          borderRadius: '6px',
          bgcolor: 'background.sunken',
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
        }}
      >
        {readableBody(delivery.body)}
      </Box>
      {role === 'admin' && (
        <Button size="small" loading={apply.busy} onClick={() => void apply.run()}>
          {callWords.applyAgain}
        </Button>
      )}
    </Stack>
  );
}

/** What became of it, and what that changed. */
const resultWords = ({ state, note }: Delivery): string => {
  const word = callWords.deliveryStates[state];
  return note === null ? word : `${word}, ${note.charAt(0).toLowerCase()}${note.slice(1).replace(/\.$/, '')}`;
};
