import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Agent } from '../../../shared/contract/agents.ts';
import { api } from '../../app/connection/client.ts';
import { toldOfFields } from '../../app/connection/told.ts';
import { Fault } from '../../components/fault.tsx';
import { keepOwnPhone, ownPhone } from '../../lib/own-phone.ts';
import { useTask } from '../../lib/use-task.ts';
import { testCallWords as words } from '../../words/test-call.ts';
import { FollowedCall } from './followed-call.tsx';

interface TestCallDialogProps {
  agent: Pick<Agent, 'id' | 'name' | 'practice'>;
  nextAction?: string;
  onClose: () => void;
}

/** Asks for one's own number, calls it, and follows the call to its end. */
export function TestCallDialog({ agent, nextAction = '', onClose }: TestCallDialogProps) {
  const titleId = useId();
  const [draft, setDraft] = useState(() => ({ phoneNumber: ownPhone(), nextAction }));
  const [isMissing, setMissing] = useState(false);
  const [callId, setCallId] = useState<string | null>(null);
  const phone = useRef<HTMLInputElement>(null);
  const task = useTask(async () => {
    const phoneNumber = draft.phoneNumber.trim();
    setMissing(phoneNumber === '');
    if (phoneNumber === '') return phone.current?.focus();
    try {
      const { call } = await api.agents.testCall({ id: agent.id, phoneNumber, nextAction: draft.nextAction });
      keepOwnPhone(phoneNumber);
      setCallId(call.id);
    } catch (error) {
      if (toldOfFields(error).has('phoneNumber')) phone.current?.focus();
      throw error;
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form around the button would be sent as well.
    event.stopPropagation();
    void task.run();
  };
  const refused = toldOfFields(task.error).get('phoneNumber');
  const wrongPhone = isMissing ? words.needsPhone : refused;
  const close = () => !task.busy && onClose();
  return (
    <Dialog
      open
      // A slip beside the dialog must not lose what was typed.
      onClose={(_, reason) => reason === 'escapeKeyDown' && close()}
      fullWidth
      maxWidth="xs"
      aria-labelledby={titleId}
    >
      <form noValidate onSubmit={submit} style={{ display: 'contents' }}>
        <DialogTitle id={titleId}>{words.title(agent.name)}</DialogTitle>
        <DialogContent>
          {callId === null ? (
            <Stack sx={{ gap: 2, pt: 1 }}>
              {agent.practice ? <Alert severity="info">{words.practice}</Alert> : <Typography>{words.what}</Typography>}
              <TextField
                name="phoneNumber"
                inputRef={phone}
                label={words.phone}
                type="tel"
                autoComplete="tel"
                required
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it
                autoFocus
                value={draft.phoneNumber}
                onChange={({ target: { value } }) => {
                  setMissing(false);
                  task.clear();
                  setDraft((before) => ({ ...before, phoneNumber: value }));
                }}
                error={wrongPhone !== undefined}
                helperText={wrongPhone ?? words.phoneHelp}
              />
              <TextField
                name="nextAction"
                label={words.nextAction}
                multiline
                minRows={2}
                maxRows={6}
                value={draft.nextAction}
                onChange={({ target: { value } }) => setDraft((before) => ({ ...before, nextAction: value }))}
                helperText={words.nextActionHelp}
              />
              {refused === undefined && <Fault error={task.error} />}
            </Stack>
          ) : (
            <FollowedCall id={callId} agentName={agent.name} />
          )}
        </DialogContent>
        <DialogActions>
          {callId === null ? (
            <>
              <Button onClick={close} disabled={task.busy}>
                {words.cancel}
              </Button>
              <Button type="submit" variant="contained" color="primary" loading={task.busy}>
                {agent.practice ? words.makeIt : words.callMe}
              </Button>
            </>
          ) : (
            <>
              <Button onClick={() => setCallId(null)}>{words.again}</Button>
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that had the focus is gone */}
              <Button autoFocus onClick={close}>
                {words.close}
              </Button>
            </>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
