import { type ReactNode, useState } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { ActionDialog, type ActionProps } from './action-dialog.tsx';
import type { ActionKind } from './offered.ts';
import { oneTarget, type Target } from './target.ts';

export interface Asking {
  /** Opens what asks before something is done to one person. */
  act: (kind: ActionKind, item: QueueItem) => void;
  /** The same for many. */
  actOn: (kind: ActionKind, target: Target) => void;
  /** Stands once on the screen, outside of the list: whoever it is about may go from there meanwhile. */
  dialog: ReactNode;
}

/** What is being asked before something is done by hand. */
export function useAsking(told: Pick<ActionProps, 'onDone' | 'onOpenCall'> = {}): Asking {
  const [asked, setAsked] = useState<{ kind: ActionKind; target: Target } | null>(null);
  return {
    act: (kind, item) => setAsked({ kind, target: oneTarget(item) }),
    actOn: (kind, target) => setAsked({ kind, target }),
    dialog: asked && <ActionDialog kind={asked.kind} target={asked.target} {...told} onClose={() => setAsked(null)} />,
  };
}
