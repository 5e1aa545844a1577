import { Box, Button, Stack } from '@mui/material';
import { api } from '../../app/connection/client.ts';
import { useUser } from '../../app/session/session.ts';
import { mono } from '../../app/theme/tokens.ts';
import { say, sayFault } from '../../app/toasts.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useTask } from '../../lib/use-task.ts';
import { callWords } from '../../words/call.ts';
import { clockOf } from './clock-of.ts';
import { deliveryWord, readableBody } from './delivery-word.ts';

export type Delivery = Awaited<ReturnType<typeof api.calls.deliveries>>['deliveries'][number];

interface DeliveryBodyProps {
  delivery: Delivery;
  /** Beside other things it scrolls within a few lines. */
  isShort?: boolean;
  onApplied: () => void;
}

/** A delivery as it came; an admin may have it applied again. */
export function DeliveryBody({ delivery, isShort = false, onApplied }: DeliveryBodyProps) {
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
      <RawText
        label={callWords.show(deliveryWord(delivery.body), clockOf(delivery.receivedAt, viewerZone()))}
        text={readableBody(delivery.body)}
        isShort={isShort}
      />
      {role === 'admin' && (
        <Button size="small" loading={apply.busy} onClick={() => void apply.run()}>
          {callWords.applyAgain}
        </Button>
      )}
    </Stack>
  );
}

/** A text that a provider sent, letter by letter. */
export function RawText({ label, text, isShort = false }: { label: string; text: string; isShort?: boolean }) {
  return (
    <Box
      component="pre"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
      role="group"
      aria-label={label}
      sx={{
        m: 0,
        p: 1,
        width: 1,
        ...(isShort && { maxHeight: 240 }),
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
      {text}
    </Box>
  );
}

/** What became of it, and what that changed. */
export const resultWords = ({ state, note }: Pick<Delivery, 'state' | 'note'>): string => {
  const word = callWords.deliveryStates[state];
  return note === null ? word : `${word}, ${note.charAt(0).toLowerCase()}${note.slice(1).replace(/\.$/, '')}`;
};
