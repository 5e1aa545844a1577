/** What the engine's thread and the thread that searches the do-not-call list say to each other. */

/** Which numbers, and which part of them. */
export interface NumbersAsked {
  /** Any part of the number or of the reason; empty finds all. */
  search: string;
  offset: number;
  limit: number;
  /** How far they are counted. */
  most: number;
}

export interface NumbersFound {
  /** E.164, in the order of the list. */
  phones: string[];
  /** How many match in all, counted no further than `most`. */
  total: number;
}

export interface NumbersTold {
  /** Whether a change of the list was committed since the last question. */
  changed: boolean;
}
