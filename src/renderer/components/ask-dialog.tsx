import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { type ReactNode, useId } from 'react';
import type { Task } from '../lib/use-task.ts';
import { Fault } from './fault.tsx';

interface AskDialogProps {
  /** Names the object. */
  title: string;
  /** What happens if the answer is yes. */
  children: ReactNode;
  keep: string;
  /** Repeats the verb of the title. */
  confirm: string;
  /** Red is for what cannot be taken back or stops everything. */
  red?: boolean;
  /** There is nothing to confirm yet. */
  disabled?: boolean;
  task: Task<[]>;
  onClose: () => void;
}

/** Asks before something is done; a failure stays in it, with what was chosen. */
export function AskDialog({ title, children, keep, confirm, red = false, disabled = false, task, onClose }: AskDialogProps) {
  const titleId = useId();
  const close = () => !task.busy && onClose();
  return (
    <Dialog open onClose={close} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // Where the dialog was opened from within a form, the answer would send that form as well.
          event.stopPropagation();
          void task.run();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2 }}>
            {children}
            <Fault error={task.error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the harmless answer is the one that Enter gives */}
          <Button autoFocus={red} onClick={close} disabled={task.busy}>
            {keep}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={red ? 'error' : 'primary'}
            loading={task.busy}
            disabled={disabled}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the same, where both are harmless
            autoFocus={!red}
          >
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
