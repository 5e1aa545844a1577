import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useId, useState } from 'react';
import type { QueueAction, RefusedItem } from '../../../../shared/contract/queue.ts';
import { api } from '../../../app/connection/client.ts';
import { Fault } from '../../../components/fault.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { common } from '../../../words/common.ts';
import { resultWords as words, timeWords } from '../../../words/queue-actions.ts';
import type { ActionProps } from './action-dialog.tsx';
import { alike, byNextAllowed } from './refusals.ts';
import type { Target } from './target.ts';
import type { Result } from './use-act.ts';

/** As many as one reads. */
const MOST_NAMES = 20;

interface ResultDialogProps {
  result: Result;
  target: Target;
  /** Where another time is a way out: the same action at that time. */
  actionAt?: (at: Date) => QueueAction;
  onDone?: ActionProps['onDone'];
  onClose: () => void;
}

/** After something was done to many: how many it held for, and who stays as before and why. */
export function ResultDialog({ result, target, actionAt, onDone, onClose }: ResultDialogProps) {
  const titleId = useId();
  const [now, setNow] = useState(result);
  const { done, refused, left } = now;
  const later = actionAt ? byNextAllowed(refused) : [];
  const laterIds = later.flatMap(({ ids }) => ids);
  const take = useTask(async () => {
    if (!actionAt) return;
    const answers = await Promise.all(later.map(({ at, ids }) => api.queue.act({ ids, action: actionAt(at) })));
    const still = new Set(laterIds);
    const next: Result = {
      ...now,
      done: done + answers.reduce((sum, answer) => sum + answer.done, 0),
      refused: [...refused.filter(({ id }) => !still.has(id)), ...answers.flatMap((answer) => answer.refused)],
    };
    setNow(next);
    onDone?.(next, target);
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        {done === 0 && left.length === 0 ? words.none(refused.length) : words.title(done, refused.length + left.length)}
      </DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2 }}>
          {left.length > 0 && <Typography>{words.stopped(left.length)}</Typography>}
          {refused.length > 0 && (
            <Box
              component="ul"
              aria-label={words.why}
              sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 320, overflow: 'auto' }}
              tabIndex={0}
            >
              {alike(refused).map(({ message, items }) => (
                <Alike key={message} message={message} items={items} />
              ))}
            </Box>
          )}
          <Fault error={take.error} />
        </Stack>
      </DialogContent>
      <DialogActions>
        {laterIds.length > 0 && (
          <Button loading={take.busy} onClick={() => void take.run()}>
            {timeWords.useNextMany(laterIds.length)}
          </Button>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- there is nothing left to do but read and close it */}
        <Button variant="contained" color="primary" autoFocus onClick={onClose}>
          {words.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Alike({ message, items }: { message: string; items: readonly RefusedItem[] }) {
  const names = items.slice(0, MOST_NAMES).map(({ name }) => name || common.unnamed);
  const more = items.length - names.length;
  return (
    <Box component="li" sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'line.row' } }}>
      <Typography variant="subtitle2">{items.length === 1 ? message : words.same(items.length, message)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {[names.join(', '), ...(more > 0 ? [words.more(more)] : [])].join(' ')}
      </Typography>
    </Box>
  );
}
