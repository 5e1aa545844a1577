/** A campaign as its card tells it: which mark, what comes next, and which reason stands below it. Pure; the card draws it. */
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import type { Campaign, WaitingReason } from '../../../shared/contract/campaigns.ts';
import type { CampaignState } from '../../../shared/domain/states.ts';
import { whenInWords } from '../../../shared/domain/time-words.ts';
import type { MarkOf } from '../../components/mark.tsx';
import { countdown } from '../../lib/format.ts';
import { card, states } from '../../words/campaigns.ts';
import { common } from '../../words/common.ts';

export const MARKS: Readonly<Record<CampaignState, MarkOf>> = {
  draft: { word: states.draft, icon: EditNoteOutlined, tone: 'neutral' },
  scheduled: { word: states.scheduled, icon: ScheduleOutlined, tone: 'info' },
  active: { word: states.active, icon: PlayCircleOutlined, tone: 'success' },
  paused: { word: states.paused, icon: PauseCircleOutlined, tone: 'warning' },
  completed: { word: states.completed, icon: CheckCircleOutlined, tone: 'neutral' },
  cancelled: { word: states.cancelled, icon: BlockOutlined, tone: 'error' },
};

/** The state in a word, with its variant. */
export const stateWord = ({ status, whyNoCalls }: Campaign): string =>
  status === 'active' && whyNoCalls?.code === 'window-closed' ? states.activeShut : states[status];

export const doneOf = ({ completedCalls, skipped, cancelled }: Campaign): number => completedCalls + skipped + cancelled;

export interface NextCall {
  figure: string;
  note: string;
  /** There is no next call: drawn quietly. */
  quiet: boolean;
}

/** The column "next call": what the eye looks for first, and one note below it. */
export function nextCall(campaign: Campaign, now: number, viewersZone: string): NextCall {
  const quiet = (note: string): NextCall => ({ figure: common.nothing, note, quiet: true });
  switch (campaign.status) {
    case 'draft':
      return quiet(card.notStarted);
    case 'paused':
      return quiet(card.afterResume);
    case 'cancelled':
      return quiet(card.cancelledNote);
    case 'completed':
      return endedAt(campaign, now, viewersZone) ?? quiet(card.nobodyLeft);
    case 'scheduled':
    case 'active':
      return planned(campaign, now, viewersZone) ?? quiet(campaign.callsUp > 0 ? card.lastCalls : card.noNext);
  }
}

function endedAt({ completedAt }: Campaign, now: number, zone: string): NextCall | null {
  if (completedAt === null) return null;
  const [day, time] = dayAndTime(completedAt.getTime(), now, zone);
  return { figure: time, note: day === null ? card.ended : `${card.ended}, ${day}`, quiet: false };
}

function planned({ nextCallAt, timeZone }: Campaign, now: number, zone: string): NextCall | null {
  if (nextCallAt === null) return null;
  const at = nextCallAt.getTime();
  // The clocks on screen tick by the second: what is less away is now.
  if (at - now < 1_000) return { figure: card.nextNow, note: card.nextNowNote, quiet: false };
  const here = whenInWords(at, now, zone);
  const note = here === whenInWords(at, now, timeZone) ? here : card.yourTime(here);
  return { figure: countdown(at - now), note, quiet: false };
}

/** `['Thu 19 Nov', '14:34']`; the day is null where it is today. */
function dayAndTime(at: number, now: number, zone: string): [day: string | null, time: string] {
  const [first = '', second] = whenInWords(at, now, zone).split(' at ');
  return second === undefined ? [null, first] : [first, second];
}

export interface Strip {
  tone: 'neutral' | 'warning' | 'error';
  kind: 'window' | 'start' | 'pause' | 'fault' | 'wait';
  sentence: string;
}

/** Reasons that come and go from second to second: told beside the progress, so that no card jumps. */
const PASSING: ReadonlySet<string> = new Set(['limit-full', 'number-busy', 'gap', 'do-not-call', 'retry', 'callback', 'nobody-waiting']);
/** Reasons that the countdown tells already. */
const TOLD_BY_COUNTDOWN: ReadonlySet<string> = new Set(['planned', 'turn']);

/** From where a card is looked at. */
export interface Viewer {
  now: number;
  timeZone: string;
  userId: string;
}

/** The reason below the card: grey for the window, yellow for a person's pause, red for a fault. Null where none is needed. */
export function stripOf(campaign: Campaign, viewer: Viewer): Strip | null {
  const { whyNoCalls, status, paused } = campaign;
  if (whyNoCalls === null || !['active', 'paused', 'scheduled'].includes(status)) return null;
  if (PASSING.has(whyNoCalls.code) || TOLD_BY_COUNTDOWN.has(whyNoCalls.code)) return null;
  const sentence = asSeenBy(viewer, campaign, whyNoCalls);
  switch (whyNoCalls.code) {
    case 'paused':
      return paused?.by === PROGRAM ? { tone: 'error', kind: 'fault', sentence } : { tone: 'warning', kind: 'pause', sentence };
    case 'window-closed':
      return { tone: 'neutral', kind: 'window', sentence };
    case 'not-started':
      return { tone: 'neutral', kind: 'start', sentence };
    case 'engine':
    case 'provider':
    case 'no-opening':
      return { tone: 'error', kind: 'fault', sentence };
    default:
      return { tone: 'neutral', kind: 'wait', sentence };
  }
}

/** Who paused where it was the engine itself. */
const PROGRAM = 'ringmaster';

/** The engine names people and speaks in the campaign's zone; whoever looks is "you", and where her clock says otherwise, her time follows. */
function asSeenBy({ now, timeZone, userId }: Viewer, campaign: Campaign, { sentence, until }: WaitingReason): string {
  const { paused } = campaign;
  const own = paused?.by === userId && sentence.startsWith(paused.byName) ? card.you + sentence.slice(paused.byName.length) : sentence;
  if (until === null) return own;
  const here = whenInWords(until.getTime(), now, timeZone);
  return here === whenInWords(until.getTime(), now, campaign.timeZone) ? own : `${own} ${card.thatIs(here)}`;
}

/** The passing reason, for the line of words beside the progress; null where there is none. */
export function passingReason({ whyNoCalls, status }: Campaign): string | null {
  if (status !== 'active' || whyNoCalls === null || !PASSING.has(whyNoCalls.code)) return null;
  return whyNoCalls.sentence.replace(/\.$/, '');
}
