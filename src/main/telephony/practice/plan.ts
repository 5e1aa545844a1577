/**
 * The life of one practice call, decided when it is accepted: what happens at which moment, and how it ends. Depends on the
 * seed, the number and how many calls the number has had, on nothing else: not on the order in which calls arrive.
 */
import { type PracticeEnding, practiceEnding } from '../../../shared/domain/practice-numbers.ts';
import type { PracticeOutcome, PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import { between, chanceOf, weighted } from './chance.ts';
import type { LineCall, LineStatus } from './wire.ts';

export interface PlanStep {
  status: LineStatus;
  /** Real milliseconds after the call was accepted. */
  afterMs: number;
}

export interface CallPlan {
  /** The line's speed when the call was accepted: it lives at that speed to its end. */
  speed: number;
  steps: readonly PlanStep[];
  /** Seconds of talk in the line's own time; null where nobody answered. */
  talkSeconds: number | null;
  answeredBy: LineCall['answered_by'];
  hungUpBy: LineCall['hung_up_by'];
  reason: string;
  /** Whether anything is sent about it. */
  webhooks: boolean;
  /** Whether the dial is answered. */
  answered: boolean;
}

export interface PlanFor {
  settings: Pick<PracticeSettings, 'seed' | 'speed' | 'outcomes'>;
  phone: string;
  /** Which call to this number it is, from 1. */
  nth: number;
  ringSeconds: number;
  longestSeconds: number;
  /** Milliseconds between its acceptance and its dial. */
  waitMs?: number;
}

const ENDING_OUTCOMES: Readonly<Record<PracticeEnding, PracticeOutcome>> = {
  '00': 'completed',
  '01': 'no-answer',
  '02': 'busy',
  '03': 'voicemail',
  '04': 'failed',
  '05': 'rejected',
  '06': 'completed',
  '07': 'completed',
  '08': 'no-answer',
  '09': 'completed',
};

/** Longest that a number rings out, in seconds: the network gives up by then, whatever the caller allows. */
const NETWORK_RING_SECONDS = 30;
const LATE_RESULT_SECONDS = 15 * 60;

/** The plan of a call, or null where the number is refused as a wrong one. */
export function planCall({ settings, phone, nth, ringSeconds, longestSeconds, waitMs = 0 }: PlanFor): CallPlan | null {
  const chance = chanceOf(settings.seed, 'call', phone, nth);
  const ending = practiceEnding(phone);
  const drawn = weighted(settings.outcomes, chance());
  const outcome = ending === null ? drawn : ENDING_OUTCOMES[ending];
  if (outcome === 'rejected') return null;

  const life = livesOf[outcome]({ chance, ending, ringSeconds, longestSeconds });
  let seconds = 0;
  const steps = life.steps.map(([status, lasted]) => {
    seconds += lasted;
    return { status, afterMs: Math.round((seconds * 1000) / settings.speed) + (status === 'queued' ? 0 : waitMs) };
  });
  const { talkSeconds, answeredBy, hungUpBy, reason } = life;
  return { speed: settings.speed, steps, talkSeconds, answeredBy, hungUpBy, reason, webhooks: ending !== '08', answered: ending !== '09' };
}

interface LifeFor {
  chance: () => number;
  ending: PracticeEnding | null;
  ringSeconds: number;
  longestSeconds: number;
}

/** Each step with the seconds that it comes after the one before. */
type LifeSteps = readonly (readonly [LineStatus, number])[];
type Life = Pick<CallPlan, 'talkSeconds' | 'answeredBy' | 'hungUpBy' | 'reason'> & { steps: LifeSteps };

const nobody = { talkSeconds: null, answeredBy: null } as const;

const livesOf: Readonly<Record<Exclude<PracticeOutcome, 'rejected'>, (of: LifeFor) => Life>> = {
  completed: talk,
  voicemail({ chance, ringSeconds, longestSeconds }) {
    const talkSeconds = Math.min(round(between(8, 25, chance())), longestSeconds);
    return {
      steps: [
        ...begun(chance),
        ...answered(chance, ringSeconds),
        ['call-disconnected', talkSeconds],
        ['completed', between(2, 6, chance())],
      ],
      talkSeconds,
      answeredBy: 'machine',
      hungUpBy: 'agent',
      reason: 'voicemail answered',
    };
  },
  'no-answer'({ chance, ringSeconds }) {
    const steps: LifeSteps = [
      ...begun(chance),
      ['ringing', between(0.5, 2.5, chance())],
      ['no-answer', Math.min(ringSeconds, NETWORK_RING_SECONDS)],
    ];
    return { ...nobody, steps, hungUpBy: 'network', reason: 'rang out' };
  },
  busy({ chance }) {
    return { ...nobody, steps: [...begun(chance), ['busy', between(2, 5, chance())]], hungUpBy: 'network', reason: 'user busy' };
  },
  failed({ chance }) {
    return {
      ...nobody,
      steps: [...begun(chance), ['failed', between(1, 4, chance())]],
      hungUpBy: 'network',
      reason: 'no route to the number',
    };
  },
};

function talk({ chance, ending, ringSeconds, longestSeconds }: LifeFor): Life {
  const steps = [...begun(chance), ...answered(chance, ringSeconds)];
  const resultSeconds = between(2, 6, chance());
  // Most talks are short: the square of the share leans to the lower end.
  const wished = ending === '06' ? 0 : round(between(15, 180, chance() ** 2));
  const talkSeconds = Math.min(wished, longestSeconds);
  const cut = talkSeconds < wished;
  return {
    steps: [...steps, ['call-disconnected', talkSeconds], ['completed', ending === '07' ? LATE_RESULT_SECONDS : resultSeconds]],
    talkSeconds,
    answeredBy: 'human',
    hungUpBy: cut || chance() < 0.4 ? 'agent' : 'contact',
    reason: cut ? 'longest duration reached' : 'normal hang-up',
  };
}

function begun(chance: () => number): LifeSteps {
  return [
    ['queued', 0],
    ['initiated', between(0.3, 1.5, chance())],
  ];
}

/** Ringing, and answered before the caller's patience is at its end. */
function answered(chance: () => number, ringSeconds: number): LifeSteps {
  const delay = between(0.5, 2.5, chance());
  const rung = between(Math.min(4, ringSeconds), Math.min(25, ringSeconds), chance());
  return [
    ['ringing', delay],
    ['in-progress', rung],
  ];
}

const round = (seconds: number) => Math.round(seconds * 10) / 10;
