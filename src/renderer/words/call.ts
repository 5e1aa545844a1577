/** One call, as its drawer tells it. */
import { countOf } from '../../shared/domain/time-words.ts';
import { number } from '../lib/format.ts';

const PROVIDERS: Readonly<Record<string, string>> = {
  practice: 'Practice line',
  bolna: 'Bolna',
  signalwire: 'SignalWire',
  elevenlabs: 'ElevenLabs',
};
export const providerName = (provider: string): string => PROVIDERS[provider] ?? provider;

const HUNG_UP: Readonly<Record<string, string>> = {
  contact: 'the contact hung up',
  agent: 'the agent hung up',
  network: 'the network ended it',
  api: 'hung up by request',
};

export const callWords = {
  title: 'Call',
  before: 'The call before',
  next: 'The next call',
  gone: 'There is no such call.',
  practice: 'Practice: nobody was really called',
  test: 'Test call of the agent',
  facts: {
    outcome: 'Outcome',
    talked: 'Talked',
    cost: 'Cost',
    agent: 'Agent',
    number: 'Number shown',
    provider: 'Provider',
    attempt: 'Attempt',
    campaign: 'Campaign',
    started: 'Called',
  },
  noNumber: 'the provider’s own',
  attemptOf: (attempt: number, most: number | null) => (most === null ? number(attempt) : `${number(attempt)} of ${number(most)}`),
  hungUpBy: (who: string) => HUNG_UP[who] ?? `ended by ${who}`,
  machine: 'a machine answered',
  /** What follows, after the outcome. */
  follows: {
    later: 'A later call followed.',
    done: 'Nothing follows.',
    waits: (sentence: string) => `Waits for another call: ${sentence}.`,
    processing: 'Another call is up.',
    resultToCome: 'The line is down. The provider’s result is awaited, 20 minutes at most.',
  },
  ambiguous: 'The dial was never answered, so nobody knows whether this call is up. It is looked up; until then it keeps its slot.',
  ambiguousAdmin: 'If the provider’s own screens show that it is over, its slot can be freed by hand.',
  freeSlot: 'Free the slot…',
  freeTitle: (name: string) => `Free the slot of the call to ${name}?`,
  freeWhat: 'The call ends as unknown and another one may start. A later word of the provider still replaces that.',
  freeReason: 'What you saw at the provider',
  freeNeedsReason: 'Say what you saw, for whoever looks at it next.',
  freeKeep: 'Keep the slot',
  freeConfirm: 'Free the slot',
  freed: (name: string) => `The slot of the call to ${name} is free.`,
  recording: 'Recording',
  play: 'Play the recording',
  pause: 'Pause the recording',
  position: 'Position in the recording',
  of: (at: string, whole: string) => `${at} of ${whole}`,
  noSound: 'This recording cannot be played here.',
  summary: 'Summary',
  timeline: 'Timeline',
  transcript: 'Transcript',
  noTranscript: 'Nothing was said, or it is still to come.',
  extracted: 'Extracted data',
  deliveries: 'Deliveries',
  told: (provider: string) => `what ${provider} told us`,
  noDeliveries: 'Nothing was told about this call. It was looked up instead, or is still dialing.',
  delivery: 'told',
  deliveryStates: { new: 'not applied yet', waiting: 'waits for its call', applied: 'applied', unmatched: 'not applied' },
  show: (what: string, time: string) => `What was told: ${what} at ${time}`,
  applyAgain: 'Apply again',
  appliedAgain: (state: string, note: string | null) => `The delivery was applied again: ${note ?? state}.`.replace('..', '.'),
  moreDeliveries: (count: number) => `${countOf(count, 'older delivery', 'older deliveries')} not shown`,
  doNotCall: 'Do not call',
  onList: 'On the do-not-call list',
  reason: 'Asked in a call not to be called again',
  undoReason: 'Put on the list by mistake',
  barred: (phone: string) => `${phone} is on the do-not-call list. Nobody calls it any more.`,
  undo: 'Undo',
  yes: 'yes',
  no: 'no',
} as const;

export const stageNames = {
  dialing: 'Dialed',
  queued: 'Taken by the provider',
  initiated: 'Being set up',
  ringing: 'Ringing',
  'in-progress': 'Answered',
  disconnected: 'Line down',
  completed: 'Completed',
  voicemail: 'Voicemail',
  busy: 'Busy',
  'no-answer': 'No answer',
  failed: 'Failed',
  cancelled: 'Cancelled',
  'not-placed': 'Not placed',
  unknown: 'Ended as unknown',
} as const;

export const after = (span: string): string => `after ${span}`;
