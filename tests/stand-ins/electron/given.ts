/** What a test gives the program on its way. Both sides use this file. */
export interface Given {
  /** It runs as a package does, not from its sources. */
  isPackaged: boolean;
  /** A key ring of the system runs. */
  hasKeyRing: boolean;
  /** What is answered to questions that cannot wait for the test, by their buttons. */
  answers: string[];
  /** What of each screen is free for windows; the first one is the main screen. */
  screens: { x: number; y: number; width: number; height: number }[];
}

/** The variable that holds it, as JSON. */
export const GIVEN = 'RINGMASTER_STAND_IN';
