import Close from '@mui/icons-material/Close';
import { Button, IconButton, Snackbar } from '@mui/material';
import { create } from 'zustand';
import { common } from '../words/common.ts';
import { told } from './connection/told.ts';
import { type Timed, timed } from './toast-time.ts';

interface Toast extends Timed {
  id: number;
  sentence: string;
  action?: { word: string; run: () => void };
}

const useToasts = create<{ toasts: readonly Toast[] }>()(() => ({ toasts: [] }));
let lastId = 0;

const change = (next: (toasts: readonly Toast[]) => readonly Toast[]) =>
  useToasts.setState(({ toasts }) => ({ toasts: timed(next(toasts), performance.now()) }));

function add(toast: Omit<Toast, 'id'>): void {
  lastId += 1;
  const id = lastId;
  change((toasts) => [...toasts, { ...toast, id }]);
}

const close = (id: number) => change((toasts) => toasts.filter((toast) => toast.id !== id));

/** Says in one sentence what was done, with the way back where there is one. What needs an answer is never a toast. */
export const say = (sentence: string, action?: Toast['action']): void => add({ sentence, stays: false, ...(action && { action }) });

/** Says what failed, where the thing itself has no place for it. */
export const sayFault = (error: unknown): void => add({ sentence: told(error).sentence, stays: true });

/** Bottom left of the page, `left` px from the window's edge; one at a time, in the order in which they came. */
export function Toasts({ left }: { left: number }) {
  const toast = useToasts(({ toasts }) => toasts[0]);
  if (!toast) return null;
  const { id, sentence, leavesIn = null, action } = toast;
  const act = () => {
    close(id);
    action?.run();
  };
  return (
    <Snackbar
      key={id}
      open
      message={sentence}
      autoHideDuration={leavesIn}
      onClose={(_, reason) => reason !== 'clickaway' && close(id)}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      sx={{ left: `${left}px !important` }}
      action={
        <>
          {action && (
            <Button
              size="small"
              variant="text"
              onClick={act}
              sx={{ color: 'inherit', '&:hover': { bgcolor: 'transparent', textDecoration: 'underline' } }}
            >
              {action.word}
            </Button>
          )}
          <IconButton
            size="small"
            aria-label={common.close}
            onClick={() => close(id)}
            sx={{ color: 'inherit', '&:hover': { color: 'inherit' } }}
          >
            <Close />
          </IconButton>
        </>
      }
    />
  );
}
