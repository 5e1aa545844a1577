import { Typography } from '@mui/material';
import { useState } from 'react';
import { api } from '../../../app/connection/client.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Progress } from '../../../components/progress.tsx';
import { common } from '../../../words/common.ts';
import { cancelWords as words } from '../../../words/queue-actions.ts';
import type { ActionProps } from './action-dialog.tsx';
import { NotesField, ReasonField } from './reason-field.tsx';
import { Refusal } from './refusal.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { soleName, type Target } from './target.ts';
import { useAct } from './use-act.ts';

/** Takes people out of the line, or ends their call; says which before it is done. */
export function CancelDialog({ target, onClose, onDone }: ActionProps) {
  const { ids, known, timeZone } = target;
  const [reason, setReason] = useState('');
  const [notes, setNotes] = useState('');
  const count = ids.length;
  const isUp = count === 1 && known[0]?.status === 'processing';
  const { task, many, refusal, result } = useAct(target, {
    onSome: (came) => onDone?.(came, target),
    onAll: ({ done }) => {
      // A call that was hung up does not come back.
      const mayUndo = known.length === count && known.every(({ status }) => status === 'queued');
      const run = () => void api.queue.act({ ids: [...ids], action: { kind: 'reopen' } }).catch(sayFault);
      say(words.done(done, soleName(target)), mayUndo ? { word: common.undo, run } : undefined);
      onClose();
    },
  });
  if (result) return <ResultDialog result={result} target={target} onClose={onClose} />;
  const given = { ...(reason.trim() !== '' && { reason: reason.trim() }), ...(notes.trim() !== '' && { notes: notes.trim() }) };
  return (
    <AskDialog
      title={words.title(soleName(target), count)}
      keep={words.keep(count)}
      confirm={isUp ? words.hangUp : words.confirm(count)}
      red
      task={{ ...task, run: () => task.run({ kind: 'cancel', ...given }) }}
      onClose={onClose}
    >
      <Typography>{consequence(target)}</Typography>
      <ReasonField value={reason} onChange={setReason} />
      <NotesField value={notes} onChange={setNotes} />
      <Refusal refusal={refusal} timeZone={timeZone} busy={task.busy} />
      <Progress many={many} of={count} />
    </AskDialog>
  );
}

/** What happens to those who wait, and to calls that are up: as far as the screen knows them. */
function consequence({ ids, known }: Target): string {
  const up = known.filter(({ status }) => status === 'processing').length;
  if (ids.length === 1) return up === 1 ? words.isUp : words.waiting(1);
  const waiting = ids.length - up;
  return [waiting > 0 && words.waiting(waiting), up > 0 ? words.up(up) : words.maybeUp].filter(Boolean).join(' ');
}
