import { Box, Button } from '@mui/material';
import type * as z from 'zod';
import type { RefusedDelivery } from '../../../../shared/contract/tunnel.ts';
import { DrawerFacts, DrawerList } from '../../../components/drawer-facts.tsx';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { useMinute } from '../../../lib/use-now.ts';
import { providerName } from '../../../words/call.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { CallDrawer } from '../../call/call-drawer.tsx';
import { type Delivery, DeliveryBody, RawText, resultWords } from '../../call/delivery-body.tsx';
import { deliveryWord } from '../../call/delivery-word.ts';
import { BesideSection } from '../drawer-place.tsx';
import { receivedAt } from './received-at.ts';

type Refused = z.infer<typeof RefusedDelivery>;
export type Opened = { kind: 'delivery'; delivery: Delivery } | { kind: 'refused'; refused: Refused } | { kind: 'call'; id: string };

interface OpenDrawerProps {
  opened: Opened;
  onOpen: (opened: Opened) => void;
  onClose: () => void;
}

/** Beside the section: the delivery, the refused one, or the call that was opened. */
export function OpenDrawer({ opened, onOpen, onClose }: OpenDrawerProps) {
  return (
    <BesideSection>
      {opened.kind === 'delivery' && (
        <TakenDrawer
          key={opened.delivery.id}
          delivery={opened.delivery}
          onApplied={onClose}
          onCall={(id) => onOpen({ kind: 'call', id })}
          onClose={onClose}
        />
      )}
      {opened.kind === 'refused' && <RefusedDrawer key={opened.refused.id} refused={opened.refused} onClose={onClose} />}
      {opened.kind === 'call' && <CallDrawer id={opened.id} onClose={onClose} />}
    </BesideSection>
  );
}

interface TakenDrawerProps {
  delivery: Delivery;
  /** What was made of it may be another thing now: the list has it. */
  onApplied: () => void;
  onCall: (id: string) => void;
  onClose: () => void;
}

function TakenDrawer({ delivery, onApplied, onCall, onClose }: TakenDrawerProps) {
  const now = useMinute();
  const { callId, callSid, provider } = delivery;
  return (
    <SideDrawer
      title={words.deliveryTitle(deliveryWord(delivery.body))}
      note={providerName(provider)}
      {...(callId !== null && { actions: <Button onClick={() => onCall(callId)}>{words.openCall}</Button> })}
      onClose={onClose}
    >
      <DrawerFacts
        facts={[
          { word: words.received, value: receivedAt(delivery.receivedAt, now) },
          { word: words.result, value: resultWords(delivery) },
          { word: words.callId, value: callSid ?? words.noCall },
        ]}
      />
      <DrawerSection title={words.body}>
        <DeliveryBody delivery={delivery} onApplied={onApplied} />
      </DrawerSection>
    </SideDrawer>
  );
}

function RefusedDrawer({ refused, onClose }: { refused: Refused; onClose: () => void }) {
  const now = useMinute();
  return (
    <SideDrawer title={words.refusedTitle} onClose={onClose}>
      <Box sx={{ px: 2, py: 1.5 }}>
        <DrawerList
          facts={[
            { word: words.received, value: receivedAt(refused.receivedAt, now) },
            { word: words.route, value: refused.route },
            { word: words.reason, value: refused.reason },
          ]}
        />
      </Box>
      <DrawerSection title={words.start} note={words.startNote}>
        <RawText label={words.start} text={refused.start === '' ? words.emptyBody : refused.start} />
      </DrawerSection>
    </SideDrawer>
  );
}
