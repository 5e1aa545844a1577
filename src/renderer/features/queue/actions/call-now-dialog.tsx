import { Typography } from '@mui/material';
import { useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { Progress } from '../../../components/progress.tsx';
import { callNowWords as words } from '../../../words/queue-actions.ts';
import type { ActionProps } from './action-dialog.tsx';
import { Refusal } from './refusal.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { soleName, whoOf } from './target.ts';
import { useAct } from './use-act.ts';

/** Calls somebody at once, before everyone else; says how much room there is. */
export function CallNowDialog({ target, onClose, onDone, onOpenCall }: ActionProps) {
  const { ids, timeZone } = target;
  const free = useLive(({ slots }) => (slots ? Math.min(slots.userAvailable, slots.systemAvailable) : null));
  const { task, many, refusal, result } = useAct(target, {
    onSome: (came) => onDone?.(came, target),
    onAll: ({ done, callIds: [first] }) => {
      const show = onOpenCall && first !== undefined && done === 1 && { word: words.show, run: () => onOpenCall(first) };
      say(words.done(done, soleName(target)), show || undefined);
      onClose();
    },
  });
  if (result) return <ResultDialog result={result} target={target} onClose={onClose} />;
  return (
    <AskDialog
      title={words.title(whoOf(target))}
      keep={words.keep}
      confirm={words.confirm(ids.length)}
      task={{ ...task, run: () => task.run({ kind: 'call-now' }) }}
      onClose={onClose}
    >
      <Typography>{words.what(ids.length)}</Typography>
      {free !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words.slots(free)}
        </Typography>
      )}
      <Refusal refusal={refusal} timeZone={timeZone} busy={task.busy} />
      <Progress many={many} of={ids.length} />
    </AskDialog>
  );
}
