/** Settings of the practice line: how fast it lives, what its people do, and how it misbehaves. */

export const PRACTICE_OUTCOMES = ['completed', 'no-answer', 'busy', 'voicemail', 'failed', 'rejected'] as const;
export type PracticeOutcome = (typeof PRACTICE_OUTCOMES)[number];

export interface PracticeSettings {
  /** 1 is real time, 60 is a minute a second. */
  speed: number;
  seed: number;
  /** Weights of the outcomes of ordinary numbers. */
  outcomes: Readonly<Record<PracticeOutcome, number>>;
  faults: PracticeFaults;
  /** Most calls that the line has up at once; null is no limit. */
  accountLimit: number | null;
  callsPerSecond: number | null;
}

/** Each fault is a probability from 0 to 1, except the times. */
export interface PracticeFaults {
  webhookLost: number;
  webhookRepeated: number;
  webhookLate: number;
  /** How late, in seconds of the line's own time. */
  lateSeconds: number;
  webhookShuffled: number;
  /** The call is accepted, and the answer never comes. */
  timeoutAfterAccept: number;
  refuse429: number;
  fail500: number;
  /** 500 although the call was accepted. */
  fail500AfterAccept: number;
  /** No answer at all, and no call. */
  silence: number;
}

export const NO_FAULTS: PracticeFaults = {
  webhookLost: 0,
  webhookRepeated: 0,
  webhookLate: 0,
  lateSeconds: 30,
  webhookShuffled: 0,
  timeoutAfterAccept: 0,
  refuse429: 0,
  fail500: 0,
  fail500AfterAccept: 0,
  silence: 0,
};

export const DEFAULT_PRACTICE: PracticeSettings = {
  speed: 1,
  seed: 1,
  outcomes: { completed: 55, 'no-answer': 20, busy: 8, voicemail: 12, failed: 4, rejected: 1 },
  faults: NO_FAULTS,
  accountLimit: null,
  callsPerSecond: null,
};
