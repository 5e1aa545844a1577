import { Typography } from '@mui/material';
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

interface DeleteContactsProps {
  people: People;
  /** Told when some are gone. */
  onDone: () => void;
  onClose: () => void;
}

/** Asks before contacts are deleted, and says what becomes of their calls. */
export function DeleteContacts({ people, onDone, onClose }: DeleteContactsProps) {
  const { ids, name } = people;
  const touched = useTouched(people);
  const many = useMany(people);
  const task = useTask(async () => {
    const sum = { deleted: 0, skipped: 0 };
    const done = await many.run(async (contactIds) => {
      const { deleted, skippedCalls } = await api.contacts.deleteMany({ contactIds });
      sum.deleted += deleted;
      sum.skipped += skippedCalls;
    });
    say(done < ids.length ? askWords.stopped(done, ids.length) : askWords.deleted(sum.deleted, sum.skipped));
    onDone();
    onClose();
  });
  const { queuedCalls, callsUp } = touched.data ?? { queuedCalls: null, callsUp: 0 };
  const waiting = ids.length === 1 ? askWords.deleteOneWhat : askWords.deleteWhat;
  const consequence = [queuedCalls === null ? askWords.looking : waiting(queuedCalls), callsUp > 0 && askWords.callsUp(callsUp)];
  return (
    <AskDialog
      title={askWords.deleteTitle(ids.length, name)}
      keep={askWords.keep(ids.length)}
      confirm={askWords.delete(ids.length)}
      red
      task={task}
      onClose={onClose}
    >
      <Fault error={touched.error} onRetry={touched.again} />
      <Typography variant="body2">
        <Spoken words={consequence.filter(Boolean).join(' ')} />
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {askWords.callsStay}
      </Typography>
      <Progress many={many} of={ids.length} />
    </AskDialog>
  );
}
