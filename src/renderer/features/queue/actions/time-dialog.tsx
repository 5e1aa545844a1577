import { Box, TextField, Typography } from '@mui/material';
import { type FormEvent, useRef, useState } from 'react';
import type { QueueAction } from '../../../../shared/contract/queue.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { say } from '../../../app/toasts.tsx';
import { ClockTimeField } from '../../../components/clock-time-field.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { Progress } from '../../../components/progress.tsx';
import { readClockTime } from '../../../lib/clock-time.ts';
import { focusFirst } from '../../../lib/field-errors.ts';
import { viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import { fieldWords, timeWords } from '../../../words/queue-actions.ts';
import type { ActionProps } from './action-dialog.tsx';
import { chosenAt, type ChosenTime, instantChosen, soon } from './chosen-time.ts';
import { readPriority } from './read-priority.ts';
import { NotesField, ReasonField } from './reason-field.tsx';
import { Refusal } from './refusal.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { soleName, type Target, whoOf } from './target.ts';
import { useAct } from './use-act.ts';

interface TimeDialogProps extends ActionProps {
  kind: 'reschedule' | 'callback';
}

type Errors = Partial<Record<keyof ChosenTime | 'priority', string>>;

/** Another time, or the one that the person asked for. A time that is refused comes with the next allowed one. */
export function TimeDialog({ kind, target, onClose, onDone }: TimeDialogProps) {
  const { ids, timeZone } = target;
  const now = useNow();
  const words = timeWords[kind];
  const [chosen, setChosen] = useState(() => begin(target, now));
  const [text, setText] = useState('');
  const [priority, setPriority] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const at = instantChosen({ ...chosen, time: readClockTime(chosen.time) }, timeZone);
  const told = useRef('');
  const act = useAct(target, {
    onSome: (came) => onDone?.(came, target),
    onAll: ({ done }) => {
      say(words.done(done, told.current, soleName(target)));
      onClose();
    },
  });
  const actionAt = (time: Date): QueueAction => {
    told.current = whenInWords(time.getTime(), now, timeZone);
    const said = text.trim();
    if (kind === 'reschedule') return { kind, at: time, ...(said !== '' && { reason: said }) };
    return {
      kind,
      at: time,
      ...(said !== '' && { notes: said }),
      ...(priority.trim() !== '' && { priority: readPriority(priority).value ?? 0 }),
    };
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = problemsOf(chosen, priority, timeZone);
    setErrors(found);
    focusFirst(event.currentTarget, found);
    if (at && Object.keys(found).length === 0) void act.task.run(actionAt(at));
  };
  const put = (part: Partial<ChosenTime>) => (setChosen((before) => ({ ...before, ...part })), setErrors({}));
  if (act.result) return <ResultDialog result={act.result} target={target} actionAt={actionAt} onDone={onDone} onClose={onClose} />;
  return (
    <FormDialog
      title={words.title(whoOf(target))}
      keep={fieldWords.keep}
      confirm={words.confirm}
      form={{ ...act.task, submit }}
      onClose={onClose}
    >
      <Typography variant="body2">{words.what(ids.length)}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
        <DateField
          name="date"
          label={fieldWords.date}
          value={chosen.date}
          required
          error={errors.date}
          onChange={(date) => put({ date })}
        />
        <ClockTimeField name="time" label={fieldWords.time} value={chosen.time} error={errors.time} onChange={(time) => put({ time })} />
      </Box>
      <Typography variant="body2" sx={{ mt: -1, color: 'text.secondary' }}>
        {[fieldWords.timeIn(timeZone), at && inWords(at, now, timeZone)].filter(Boolean).join(' ')}
      </Typography>
      {kind === 'callback' && (
        <TextField
          name="priority"
          label={fieldWords.priority}
          value={priority}
          autoComplete="off"
          error={errors.priority !== undefined}
          helperText={errors.priority ?? fieldWords.newPriorityHelp}
          onChange={(event) => (setPriority(event.target.value), setErrors({}))}
          slotProps={{ htmlInput: { inputMode: 'numeric' } }}
        />
      )}
      {kind === 'callback' ? <NotesField value={text} onChange={setText} /> : <ReasonField value={text} onChange={setText} />}
      <Refusal
        refusal={act.refusal}
        timeZone={timeZone}
        busy={act.task.busy}
        onTime={(next) => {
          put(chosenAt(next.getTime(), timeZone));
          void act.task.run(actionAt(next));
        }}
      />
      <Progress many={act.many} of={ids.length} />
    </FormDialog>
  );
}

/** One who has a time of their own still to come begins with it. */
function begin({ ids, known: [first], timeZone }: Target, now: number): ChosenTime {
  const own = ids.length === 1 && first && first.scheduledFor.getTime() > now ? first.scheduledFor.getTime() : null;
  return own === null ? soon(now, timeZone) : chosenAt(own, timeZone);
}

function problemsOf(chosen: ChosenTime, priority: string, timeZone: string): Errors {
  const noTime = instantChosen({ date: '2000-01-01', time: readClockTime(chosen.time) }, 'UTC') === null;
  const noDate = instantChosen({ date: chosen.date, time: '00:00' }, timeZone) === null;
  const wrong = priority.trim() === '' ? undefined : readPriority(priority).problem;
  return {
    ...(noDate && { date: fieldWords.needsDate }),
    ...(noTime && { time: fieldWords.needsTime }),
    ...(wrong !== undefined && { priority: wrong }),
  };
}

/** The time there, and the viewer's where theirs is another clock. */
function inWords(at: Date, now: number, timeZone: string): string {
  const there = whenInWords(at.getTime(), now, timeZone);
  const here = whenInWords(at.getTime(), now, viewerZone());
  return fieldWords.at(there, here === there ? null : here);
}
