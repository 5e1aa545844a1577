/**
 * Numbers of the practice line that always do the same, by their last two digits, for whoever wants to see one thing happen.
 *
 * Decides what such a number does; every other number follows the weights of `practice-settings.ts`. Read by the practice line
 * and shown by the screens and the documents. No real provider knows of it.
 */

export const PRACTICE_ENDINGS = ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09'] as const;
export type PracticeEnding = (typeof PRACTICE_ENDINGS)[number];

/** What a number with this ending does, in words for a person. */
export const PRACTICE_NUMBERS: Readonly<Record<PracticeEnding, string>> = {
  '00': 'answers and talks',
  '01': 'rings out: nobody answers',
  '02': 'is busy',
  '03': 'is answered by a voicemail',
  '04': 'fails in the network',
  '05': 'is refused as a wrong number; no call is made',
  '06': 'answers and hangs up at once: completed with 0 seconds',
  '07': 'talks, and its result comes only 15 minutes after it hung up',
  '08': 'rings out, and nothing at all is ever sent about it: only a look-up tells',
  '09': 'is called, but the answer to the dial never comes; then talks',
};

/** The ending of a number that always does the same, or null for an ordinary number. */
export function practiceEnding(phone: string): PracticeEnding | null {
  const ending = phone.slice(-2);
  return (PRACTICE_ENDINGS as readonly string[]).includes(ending) ? (ending as PracticeEnding) : null;
}
