/** What closing the window does: the program stays in the tray, says so the first time, or ends. */

export type Closing = 'close' | 'hide' | 'hide-and-say' | 'quit';

export interface ClosingFacts {
  /** It is decided that the program ends. */
  isGoing: boolean;
  hasTray: boolean;
  /** A setting. */
  keepInTray: boolean;
  wasTold: boolean;
}

/** `quit` is the wish to quit, which asks where calls are up. */
export function closingOf({ isGoing, hasTray, keepInTray, wasTold }: ClosingFacts): Closing {
  if (isGoing) return 'close';
  if (!hasTray || !keepInTray) return 'quit';
  return wasTold ? 'hide' : 'hide-and-say';
}

/** Said once, when the window is closed for the first time. */
export const STAYS_IN_TRAY = {
  message: 'Ringmaster goes on dialing in the tray',
  detail:
    'Its icon shows how many calls are up, opens this window again, and quits the program. Settings → Desktop changes what closing does.',
  answers: ['Keep dialing', 'Quit instead'],
} as const;
