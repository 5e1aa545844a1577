/**
 * What the engine has told, as the screens see it: one store, written by the live stream, by the answers to what a person did,
 * and by lists that were read. A row that comes is always the whole row, so the later one simply takes the place of the earlier.
 */
import { create } from 'zustand';
import type { Call } from '../../../shared/contract/calls.ts';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import type { EngineProblem, ImportProgress, LiveEvent, LiveTopic } from '../../../shared/contract/live.ts';
import type { Notice } from '../../../shared/contract/notices.ts';
import type { Concurrency } from '../../../shared/contract/settings.ts';
import type { CampaignState } from '../../../shared/domain/states.ts';

export interface LiveState {
  campaigns: ReadonlyMap<string, Campaign>;
  imports: ReadonlyMap<string, ImportProgress>;
  /** Calls that hold a slot now. */
  callsUp: ReadonlyMap<string, Call>;
  /** Raised when calls, queue items, campaigns or what the engine can do changed: what is open of them is then read anew. */
  told: { calls: number; items: number; campaigns: number; problems: number };
  /** How many campaigns each tab holds; null until told. */
  tabs: NonNullable<LiveEvent['tabs']> | null;
  /** Limits and calls up; null until told. */
  slots: Concurrency | null;
  notices: readonly Notice[];
  /** What the engine cannot do right now. */
  problems: readonly EngineProblem[];
  /** Raised by name when a small thing changed that is read again whole where it is shown. */
  topics: Readonly<Record<LiveTopic, number>>;
  /** Raised with each snapshot: what a snapshot does not hold (completed campaigns, drafts, open lists) is then read anew. */
  snapshots: number;
}

const NO_TOPIC: LiveState['topics'] = { settings: 0, 'do-not-call': 0, holidays: 0, agents: 0, contacts: 0, deliveries: 0, users: 0 };

export const EMPTY: LiveState = {
  campaigns: new Map(),
  imports: new Map(),
  callsUp: new Map(),
  told: { calls: 0, items: 0, campaigns: 0, problems: 0 },
  tabs: null,
  slots: null,
  notices: [],
  problems: [],
  topics: NO_TOPIC,
  snapshots: 0,
};

export const useLive = create<LiveState>()(() => EMPTY);

/** Forgets everything: somebody else may sit here now. */
export const forgetAll = (): void => useLive.setState(EMPTY, true);

/** States whose campaigns a snapshot holds all of: one that it does not name is gone. */
const IN_SNAPSHOT: ReadonlySet<CampaignState> = new Set(['scheduled', 'active', 'paused']);

/** The state after an event of the stream. What an event leaves out (null) did not change. */
export function afterEvent(state: LiveState, event: LiveEvent): LiveState {
  const fresh = event.kind === 'snapshot';
  const before = fresh ? [...state.campaigns.values()].filter(({ status }) => !IN_SNAPSHOT.has(status)) : state.campaigns.values();
  return {
    campaigns: merged(before, event.campaigns, event.goneCampaigns),
    imports: merged(fresh ? [] : state.imports.values(), event.imports),
    callsUp: callsUp(fresh ? [] : state.callsUp.values(), event.calls),
    told: {
      calls: state.told.calls + (event.calls.length > 0 ? 1 : 0),
      items: state.told.items + (event.items.length > 0 ? 1 : 0),
      campaigns: state.told.campaigns + (event.campaigns.length + event.goneCampaigns.length > 0 ? 1 : 0),
      problems: state.told.problems + (event.problems === null ? 0 : 1),
    },
    tabs: event.tabs ?? state.tabs,
    slots: event.concurrency ?? state.slots,
    notices: event.notices ?? state.notices,
    problems: event.problems ?? state.problems,
    topics: raised(state.topics, event.topics),
    snapshots: state.snapshots + (fresh ? 1 : 0),
  };
}

/** The calls that are up after some changed; the same map where none did, so that nothing is drawn again. */
function callsUp(before: Iterable<Call>, changed: readonly Call[]): ReadonlyMap<string, Call> {
  return merged(
    before,
    changed.filter(({ up }) => up),
    changed.filter(({ up }) => !up).map(({ id }) => id),
  );
}

function raised(topics: LiveState['topics'], told: readonly LiveTopic[]): LiveState['topics'] {
  if (told.length === 0) return topics;
  const next = { ...topics };
  for (const topic of told) next[topic] += 1;
  return next;
}

function merged<T extends { id: string }>(before: Iterable<T>, rows: readonly T[], gone: readonly string[] = []): Map<string, T> {
  const all = new Map<string, T>();
  for (const row of before) all.set(row.id, row);
  for (const row of rows) all.set(row.id, row);
  for (const id of gone) all.delete(id);
  return all;
}

export const applyEvent = (event: LiveEvent): void => useLive.setState((state) => afterEvent(state, event));

export const putCampaigns = (rows: readonly Campaign[]): void =>
  useLive.setState(({ campaigns }) => ({ campaigns: merged(campaigns.values(), rows) }));
export const putCampaign = (campaign: Campaign): void => putCampaigns([campaign]);
export const dropCampaign = (id: string): void =>
  useLive.setState(({ campaigns }) => ({ campaigns: merged(campaigns.values(), [], [id]) }));
/** What a change of limits was answered with. */
export const putSlots = (slots: Concurrency): void => useLive.setState({ slots });
export const dropNotice = (id: string): void =>
  useLive.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
