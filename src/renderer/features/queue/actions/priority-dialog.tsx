import { TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Progress } from '../../../components/progress.tsx';
import { common } from '../../../words/common.ts';
import { fieldWords, priorityWords as words } from '../../../words/queue-actions.ts';
import type { ActionProps } from './action-dialog.tsx';
import { readPriority } from './read-priority.ts';
import { ReasonField } from './reason-field.tsx';
import { Refusal } from './refusal.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { soleName, whoOf } from './target.ts';
import { useAct } from './use-act.ts';

/** Who goes first within a campaign, set by hand. */
export function PriorityDialog({ target, onClose, onDone }: ActionProps) {
  const { ids, known, timeZone } = target;
  const [typed, setTyped] = useState(() => shared(known, ids.length));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | undefined>();
  const { task, many, refusal, result } = useAct(target, {
    onSome: (came) => onDone?.(came, target),
    onAll: ({ done }) => {
      const undo = known.length === ids.length && { word: common.undo, run: () => void putBack(known).catch(sayFault) };
      say(words.done(done, readPriority(typed).value ?? 0, soleName(target)), undo || undefined);
      onClose();
    },
  });
  if (result) return <ResultDialog result={result} target={target} onClose={onClose} />;
  return (
    <FormDialog
      title={words.title(whoOf(target))}
      keep={fieldWords.keep}
      confirm={words.confirm}
      form={{
        ...task,
        submit: (event) => {
          event.preventDefault();
          const read = readPriority(typed);
          setProblem(read.problem);
          if (read.value === null) event.currentTarget.querySelector('input')?.focus();
          else void task.run({ kind: 'priority', priority: read.value, ...(reason.trim() !== '' && { reason: reason.trim() }) });
        },
      }}
      onClose={onClose}
    >
      <Typography variant="body2">{words.what}</Typography>
      <TextField
        label={fieldWords.priority}
        value={typed}
        required
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in a dialog made for it
        autoFocus
        autoComplete="off"
        error={problem !== undefined}
        helperText={problem ?? fieldWords.priorityHelp}
        onFocus={(event) => event.target.select()}
        onChange={(event) => (setTyped(event.target.value), setProblem(undefined))}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <ReasonField value={reason} onChange={setReason} />
      <Refusal refusal={refusal} timeZone={timeZone} busy={task.busy} />
      <Progress many={many} of={ids.length} />
    </FormDialog>
  );
}

/** The priority that all of them have now; nothing where it is not one. */
function shared(known: readonly QueueItem[], count: number): string {
  const all = new Set(known.map(({ priority }) => priority));
  return known.length === count && all.size === 1 ? String([...all][0]) : '';
}

/** Everyone as they were. */
async function putBack(known: readonly QueueItem[]): Promise<void> {
  const by = Map.groupBy(known, ({ priority }) => priority);
  await Promise.all(
    [...by].map(([priority, items]) => api.queue.act({ ids: items.map(({ id }) => id), action: { kind: 'priority', priority } })),
  );
}
