/** The practice line: how fast it lives, what its people do, and how it misbehaves. */
import type { PracticeFaults, PracticeOutcome } from '../../../shared/domain/practice-settings.ts';

export const telephony = {
  intro:
    'A telephony provider on this computer with invented people. Nobody is really called, and nothing is charged. Here you say how it behaves.',
  line: 'Pace and limits',
  lineNote: 'in force for the next call',
  lineSaved: 'The practice line',
  speed: 'Speed',
  speedHelp: '1 is real time; at 60 a minute of a call passes in a second.',
  seed: 'Seed of chance',
  seedHelp: 'The same seed and the same numbers give the same calls again.',
  accountLimit: 'Most calls up at the line',
  accountLimitHelp: 'A provider has a limit of its own. Empty: none.',
  callsPerSecond: 'Most new calls a second',
  callsPerSecondHelp: 'A provider takes no more than so many at once. Empty: any.',
  timeout: 'Patience with an answer',
  timeoutHelp: 'So long the engine waits for the line to take a call, then it asks what became of it.',
  noLimit: 'none',

  outcomes: 'What its people do',
  outcomesNote: 'shares of ordinary numbers',
  outcomesTable: 'Outcomes and their shares',
  outcome: 'Outcome',
  parts: 'Parts',
  share: 'Share',
  sum: 'Together',
  partsOf: (outcome: string) => `Parts of “${outcome}”`,
  outcomeWords: {
    completed: ['Talk', 'They answer and talk; the call is successful'],
    'no-answer': ['No answer', 'It rings, and nobody picks up'],
    busy: ['Busy', 'The line is busy'],
    voicemail: ['Voicemail', 'A machine answers'],
    failed: ['Failed', 'The network fails'],
    rejected: ['Wrong number', 'The line refuses the number; no call is made'],
  } satisfies Record<PracticeOutcome, readonly [string, string]>,
  noOutcome: 'At least one outcome needs a part above 0.',

  faults: 'Faults',
  faultsNote: 'how often each happens',
  noFaults: 'No faults',
  faultWords: {
    webhookLost: ['Report lost', 'A report about a call never arrives; the engine has to ask.'],
    webhookRepeated: ['Report repeated', 'A report arrives twice; the second one must change nothing.'],
    webhookLate: ['Report late', 'A report arrives later than it should.'],
    lateSeconds: ['So much later', 'How late a late report is, in the line’s own time.'],
    webhookShuffled: ['Reports out of order', 'Reports of one call arrive in another order than they were sent.'],
    timeoutAfterAccept: [
      'Taken, but not answered',
      'The call is made, and the answer to the dial never comes. It must not be dialed again.',
    ],
    fail500AfterAccept: [
      'Taken, but answered with a fault',
      'The call is made, and the answer says that the line failed. It must not be dialed again.',
    ],
    refuse429: ['Too many requests', 'The line refuses the dial for a while; no call is made, and it is tried later.'],
    fail500: ['Line failed', 'The dial is answered with a fault of the line, and no call is made.'],
    silence: ['Silence', 'No answer at all, and no call.'],
  } satisfies Record<keyof PracticeFaults, readonly [string, string]>,

  numbers: 'Numbers that always do the same',
  numbersNote: 'by their last two digits',
  numbersTable: 'What a number does, by its last two digits',
  endsIn: 'Ends in',
  does: 'What happens',
  numbersMore: 'Every other number gets one of the outcomes above. More on the line, its faults and its journal: docs/practice-line.md.',
} as const;
