import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { api } from '../../app/connection/client.ts';
import { useLive } from '../../app/live/live-store.ts';
import { num } from '../../app/theme/tokens.ts';
import { DrawerSection } from '../../components/drawer-section.tsx';
import { Fault } from '../../components/fault.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useQuery } from '../../lib/use-query.ts';
import { callWords, providerName } from '../../words/call.ts';
import { clockOf } from './clock-of.ts';
import { type Delivery, DeliveryBody, resultWords } from './delivery-body.tsx';
import { deliveryWord } from './delivery-word.ts';

const MOST = 100;

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
      {isOpen && <DeliveryBody isShort delivery={delivery} onApplied={onApplied} />}
    </>
  );
}
