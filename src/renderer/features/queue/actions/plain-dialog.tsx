import { Typography } from '@mui/material';
import { useState } from 'react';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Progress } from '../../../components/progress.tsx';
import { fieldWords, removeWords, reopenWords } from '../../../words/queue-actions.ts';
import type { ActionProps } from './action-dialog.tsx';
import { ReasonField } from './reason-field.tsx';
import { Refusal } from './refusal.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { soleName, whoOf } from './target.ts';
import { useAct } from './use-act.ts';

const WORDS = { remove: removeWords, reopen: { ...reopenWords, keep: () => fieldWords.keep } } as const;

/** What needs a reason at most: taking somebody out of the queue, or letting somebody who is done wait again. */
export function PlainDialog({ kind, target, onClose, onDone }: ActionProps & { kind: 'remove' | 'reopen' }) {
  const { ids, timeZone } = target;
  const words = WORDS[kind];
  const [reason, setReason] = useState('');
  const { task, many, refusal, result } = useAct(target, {
    onSome: (came) => onDone?.(came, target),
    onAll: ({ done }) => {
      say(words.done(done, soleName(target)));
      onClose();
    },
  });
  if (result) return <ResultDialog result={result} target={target} onClose={onClose} />;
  const run = () => task.run({ kind, ...(reason.trim() !== '' && { reason: reason.trim() }) });
  return (
    <AskDialog
      title={words.title(whoOf(target))}
      keep={words.keep(ids.length)}
      confirm={words.confirm(ids.length)}
      red={kind === 'remove'}
      task={{ ...task, run }}
      onClose={onClose}
    >
      <Typography>{words.what(ids.length)}</Typography>
      <ReasonField value={reason} onChange={setReason} />
      <Refusal refusal={refusal} timeZone={timeZone} busy={task.busy} />
      <Progress many={many} of={ids.length} />
    </AskDialog>
  );
}
