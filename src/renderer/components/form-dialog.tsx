import { Button, Dialog, DialogActions, DialogContent, type DialogProps, DialogTitle, Stack } from '@mui/material';
import { type FormEvent, type ReactNode, useId } from 'react';
import { Fault } from './fault.tsx';

interface FormDialogProps {
  /** Names the object. */
  title: string;
  children: ReactNode;
  keep: string;
  /** Repeats the verb of the title; null where there is nothing (more) to do. */
  confirm: string | null;
  form: { busy: boolean; error: unknown; submit: (event: FormEvent<HTMLFormElement>) => void };
  disabled?: boolean;
  /** Where more room is needed: what the dialog is given instead. */
  room?: Pick<DialogProps, 'fullWidth' | 'maxWidth' | 'slotProps'>;
  onClose: () => void;
}

const USUAL = { fullWidth: true, maxWidth: 'sm' } as const;

/** A form that asks for one thing in a dialog; whatever fails stays in it, with what was typed. */
export function FormDialog({ title, children, keep, confirm, form, disabled = false, room = USUAL, onClose }: FormDialogProps) {
  const titleId = useId();
  const close = () => !form.busy && onClose();
  return (
    <Dialog
      open
      // A slip beside the dialog must not lose what was typed.
      onClose={(_, reason) => reason === 'escapeKeyDown' && close()}
      {...room}
      aria-labelledby={titleId}
    >
      <form noValidate onSubmit={form.submit} style={{ display: 'contents' }}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2, pt: 1 }}>
            {children}
            <Fault error={form.error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={form.busy}>
            {keep}
          </Button>
          {confirm !== null && (
            <Button type="submit" variant="contained" color="primary" loading={form.busy} disabled={disabled}>
              {confirm}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
