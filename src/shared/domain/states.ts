/**
 * The three state machines, each as one table: which state may follow which.
 *
 * Decides what a status may become. Must never be gone around: the CHECK constraints and the transition triggers of the
 * database (`main/data/triggers.ts`) are generated from these tables, and the charts in `docs/architecture.md` are held
 * against them by a test. Nothing else in the program lists states.
 */

/** A map from each state to the states that may follow it. */
export type Transitions<S extends string> = Readonly<Record<S, readonly S[]>>;

export const CAMPAIGN_STATES = ['draft', 'scheduled', 'active', 'paused', 'completed', 'cancelled'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

export const campaignTransitions: Transitions<CampaignState> = {
  draft: ['scheduled', 'active', 'cancelled'],
  scheduled: ['active', 'paused', 'completed', 'cancelled'],
  active: ['paused', 'completed', 'cancelled'],
  paused: ['scheduled', 'active', 'completed', 'cancelled'],
  completed: ['active'],
  cancelled: [],
};

export const ITEM_STATES = ['queued', 'processing', 'completed', 'failed', 'skipped', 'cancelled'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** A final item becomes queued again only by a person or a script, recorded as `reopened`. */
export const itemTransitions: Transitions<ItemState> = {
  queued: ['processing', 'failed', 'skipped', 'cancelled'],
  processing: ['completed', 'failed', 'cancelled', 'queued'],
  completed: ['queued'],
  failed: ['queued'],
  skipped: ['queued'],
  cancelled: ['queued'],
};

/** Stages of a call in their order: some may be skipped, none goes back. */
export const CALL_STAGES = ['dialing', 'queued', 'initiated', 'ringing', 'in-progress', 'disconnected'] as const;
export type CallStage = (typeof CALL_STAGES)[number];

/** Ends of a call. All stay, save `unknown`, which a later word of the provider replaces. */
export const CALL_ENDS = ['completed', 'voicemail', 'busy', 'no-answer', 'failed', 'cancelled', 'not-placed', 'unknown'] as const;
export type CallEnd = (typeof CALL_ENDS)[number];

export const CALL_STATES = [...CALL_STAGES, ...CALL_ENDS] as const;
export type CallState = CallStage | CallEnd;

/** Ends that a provider can report of a call that it made. */
const REPORTED_ENDS = ['completed', 'voicemail', 'busy', 'no-answer', 'failed', 'cancelled'] as const;

export const callTransitions: Transitions<CallState> = {
  // `not-placed` only while the provider has surely not begun to dial.
  dialing: ['queued', 'initiated', 'ringing', 'in-progress', 'disconnected', ...REPORTED_ENDS, 'not-placed', 'unknown'],
  queued: ['initiated', 'ringing', 'in-progress', 'disconnected', ...REPORTED_ENDS, 'not-placed', 'unknown'],
  initiated: ['ringing', 'in-progress', 'disconnected', ...REPORTED_ENDS, 'unknown'],
  ringing: ['in-progress', 'disconnected', ...REPORTED_ENDS, 'unknown'],
  'in-progress': ['disconnected', ...REPORTED_ENDS, 'unknown'],
  disconnected: [...REPORTED_ENDS, 'unknown'],
  completed: [],
  voicemail: [],
  busy: [],
  'no-answer': [],
  failed: [],
  cancelled: [],
  'not-placed': [],
  unknown: ['queued', 'initiated', 'ringing', 'in-progress', 'disconnected', ...REPORTED_ENDS],
};

/** Whether `to` may follow `from` in the given table. A state does not follow itself. */
export function mayFollow<S extends string>(table: Transitions<S>, from: S, to: S): boolean {
  return table[from].includes(to);
}

/** Whether a call in this state is over for good or for now (`unknown`). */
export function isCallEnd(state: CallState): state is CallEnd {
  return (CALL_ENDS as readonly string[]).includes(state);
}

/** Whether the line is down: the states in which a call holds no slot. */
export function isLineDown(state: CallState): boolean {
  return state === 'disconnected' || isCallEnd(state);
}

/** Item states that nothing but a person or a script leaves. */
export const FINAL_ITEM_STATES = ['completed', 'failed', 'skipped', 'cancelled'] as const satisfies readonly ItemState[];

export function isFinalItem(state: ItemState): boolean {
  return state !== 'queued' && state !== 'processing';
}

/** Outcomes after which an item may be tried again, if the campaign or the item asks for it (rule 9). */
export const RETRIED_OUTCOMES = ['busy', 'no-answer', 'failed', 'voicemail'] as const;
export type RetriedOutcome = (typeof RETRIED_OUTCOMES)[number];

export const PROVIDERS = ['practice', 'bolna', 'signalwire', 'elevenlabs'] as const;
export type ProviderName = (typeof PROVIDERS)[number];

export const ROLES = ['supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Where an item's time came from: spreading over the opening, a retry, a callback, or a person or script. */
export const TIME_SOURCES = ['spread', 'retry', 'callback', 'hand'] as const;
export type TimeSource = (typeof TIME_SOURCES)[number];
