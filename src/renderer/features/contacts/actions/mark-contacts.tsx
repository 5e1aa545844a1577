import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Fault } from '../../../components/fault.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { askWords } from '../../../words/contacts.ts';
import { Progress } from '../../../components/progress.tsx';
import { useMany } from '../../../lib/use-many.ts';
import { type People, useTouched } from './use-touched.ts';
import { Spoken } from '../../../components/spoken.tsx';

const LONGEST = 500;

interface MarkContactsProps {
  people: People;
  onDone: () => void;
  onClose: () => void;
}

/** Asks why before numbers go on the do-not-call list, and says which calls will not be made. */
export function MarkContacts({ people, onDone, onClose }: MarkContactsProps) {
  const { ids, name } = people;
  const [reason, setReason] = useState('');
  const touched = useTouched(people);
  const many = useMany(people);
  const task = useTask(async () => {
    let marked = 0;
    const given = reason.trim();
    const done = await many.run(async (contactIds) => {
      marked += (await api.contacts.markMany({ contactIds, ...(given !== '' && { reason: given }) })).marked;
    });
    say(done < ids.length ? askWords.stopped(done, ids.length) : askWords.marked(marked));
    onDone();
    onClose();
  });
  const { queuedCalls = 0, callsUp = 0, doNotCall = 0 } = touched.data ?? {};
  const consequence = [
    touched.data === null && touched.error === null && askWords.looking,
    touched.data && askWords.markQueued(queuedCalls),
    callsUp > 0 && askWords.callsUp(callsUp),
    doNotCall > 0 && askWords.markKnown(doNotCall),
  ];
  return (
    <AskDialog
      title={askWords.markTitle(ids.length, name)}
      keep={askWords.keep(0)}
      confirm={askWords.mark(ids.length)}
      red
      task={task}
      onClose={onClose}
    >
      <Typography variant="body2">{ids.length === 1 ? askWords.markWhat : askWords.markManyWhat}</Typography>
      <Fault error={touched.error} onRetry={touched.again} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <Spoken words={consequence.filter(Boolean).join(' ')} />
      </Typography>
      <TextField
        label={askWords.reason}
        helperText={askWords.reasonHelp}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: LONGEST } }}
      />
      <Progress many={many} of={ids.length} />
    </AskDialog>
  );
}
