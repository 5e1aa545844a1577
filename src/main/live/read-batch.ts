/** Turns notes into what one person may see of them, read anew: nothing stale is ever told, and nothing of anybody else. */
import type { Call } from '../../shared/contract/calls.ts';
import { LIVE_TOPICS, type EngineProblem, type ImportProgress, type LiveTopic } from '../../shared/contract/live.ts';
import type { Notice } from '../../shared/contract/notices.ts';
import type { Concurrency } from '../../shared/contract/settings.ts';
import { callView } from '../calls/call-view.ts';
import { type CampaignSummary, campaignSummaries, countTabs } from '../campaigns/summary.ts';
import { scopeOf } from '../data/scope.ts';
import type { Actor, Parts } from '../parts.ts';
import { readConcurrency } from '../settings/concurrency.ts';
import { listNotices } from '../settings/notices.ts';
import { MOST_CHANGES, type Notes } from './notes.ts';

export interface Batch {
  kind: 'snapshot' | 'changes';
  number: number;
  /** UTC milliseconds. */
  at: number;
  campaigns: CampaignSummary[];
  goneCampaigns: string[];
  tabs: ReturnType<typeof countTabs> | null;
  calls: Call[];
  items: number[];
  imports: ImportProgress[];
  concurrency: Concurrency | null;
  notices: Notice[] | null;
  problems: EngineProblem[] | null;
  topics: LiveTopic[];
}

/** What `actor` is told of `notes`. */
export function readBatch(parts: Parts, actor: Actor, notes: Notes, number: number): Batch {
  const at = parts.clock.now();
  if (notes.whole) return { ...snapshot(parts, actor), topics: topicsOf(notes, true), number, at };
  return { ...changes(parts, actor, notes), topics: topicsOf(notes, false), number, at };
}

type Rows = Omit<Batch, 'number' | 'at' | 'topics'>;

function snapshot(parts: Parts, actor: Actor): Rows {
  const { data } = parts;
  const scope = scopeOf(actor);
  // The newest, where there are more than a screen ever shows.
  const running = data.campaigns.inStates(scope, ['scheduled', 'active', 'paused']).slice(-MOST_CHANGES);
  const up = data.calls.up(scope).slice(-MOST_CHANGES);
  return {
    kind: 'snapshot',
    campaigns: campaignSummaries(
      parts,
      scope,
      running.map(({ id }) => id),
    ),
    goneCampaigns: [],
    tabs: countTabs(parts, actor),
    calls: data.callLists
      .byIds(
        scope,
        up.map(({ id }) => id),
      )
      .map(callView),
    items: [],
    imports: data.live.importsUnderWay(scope),
    concurrency: readConcurrency(parts, actor),
    notices: listNotices(parts, actor),
    problems: problemsOf(parts),
  };
}

function changes(parts: Parts, actor: Actor, notes: Notes): Rows {
  const { data } = parts;
  const scope = scopeOf(actor);
  const ids = [...notes.campaigns];
  const campaigns = campaignSummaries(parts, scope, ids);
  const seen = new Set(campaigns.map(({ campaign }) => campaign.id));
  const slots = notes.slots || notes.calls.size > 0 || notes.users.size > 0 || notes.topics.has('settings');
  return {
    kind: 'changes',
    campaigns,
    goneCampaigns: data.live.campaignsOf(scope, ids).filter((id) => !seen.has(id)),
    tabs: ids.length > 0 ? countTabs(parts, actor) : null,
    calls: data.callLists.byIds(scope, [...notes.calls]).map(callView),
    items: data.live.itemsOf(scope, [...notes.items]),
    imports: data.live.importsOf(scope, [...notes.imports]),
    concurrency: slots ? readConcurrency(parts, actor) : null,
    notices: notes.topics.has('notices') ? listNotices(parts, actor) : null,
    problems: notes.problems ? problemsOf(parts) : null,
  };
}

const problemsOf = ({ health }: Parts): EngineProblem[] =>
  health.list().map(({ code, sentence, since }) => ({ code, sentence, since: new Date(since) }));

/** After a gap everything small is read again. */
function topicsOf(notes: Notes, whole: boolean): LiveTopic[] {
  if (whole) return [...LIVE_TOPICS];
  return LIVE_TOPICS.filter((topic) => (topic === 'users' ? notes.users.size > 0 : notes.topics.has(topic)));
}
