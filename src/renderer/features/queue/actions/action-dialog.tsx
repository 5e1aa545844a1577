import type { ActionKind } from './offered.ts';
import { CallNowDialog } from './call-now-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { PlainDialog } from './plain-dialog.tsx';
import { PriorityDialog } from './priority-dialog.tsx';
import type { Target } from './target.ts';
import { TimeDialog } from './time-dialog.tsx';
import type { Result } from './use-act.ts';

export interface ActionProps {
  target: Target;
  onClose: () => void;
  /** Told whenever something was done to anyone. */
  onDone?: ((result: Result, target: Target) => void) | undefined;
  /** Where a call can be shown. */
  onOpenCall?: ((callId: string) => void) | undefined;
}

/** Asks for what an action needs, says what it will do, does it, and tells what was done and what was not. */
export function ActionDialog({ kind, ...props }: ActionProps & { kind: ActionKind }) {
  switch (kind) {
    case 'priority':
      return <PriorityDialog {...props} />;
    case 'reschedule':
    case 'callback':
      return <TimeDialog {...props} kind={kind} />;
    case 'call-now':
      return <CallNowDialog {...props} />;
    case 'cancel':
      return <CancelDialog {...props} />;
    case 'remove':
    case 'reopen':
      return <PlainDialog {...props} kind={kind} />;
  }
}
