import { Typography } from '@mui/material';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { useTask } from '../../../lib/use-task.ts';

interface RedDialogProps {
  title: string;
  what: string;
  keep: string;
  confirm: string;
  /** What is done on yes; what it throws is shown in the dialog. */
  run: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something is taken away. */
export function RedDialog({ title, what, keep, confirm, run, onClose }: RedDialogProps) {
  const task = useTask(async () => {
    await run();
    onClose();
  });
  return (
    <AskDialog title={title} keep={keep} confirm={confirm} red task={task} onClose={onClose}>
      <Typography>{what}</Typography>
    </AskDialog>
  );
}
