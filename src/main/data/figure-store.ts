/**
 * What figures are read from, a day at a time: the rollups by quarter of an hour, and of the calls themselves what no rollup
 * holds (attempts, the longest, costs by unit), from the indexes on who and when.
 *
 * Reads only, and only calls that count (`countedOutcome`, which `OUTCOME` says in SQL). Written by nobody; called by
 * `analytics/`, which remembers what it read while `versionOf` stays.
 */
import { CALL_ENDS, type CallEnd } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { figureVersions } from './figure-versions.ts';
import { BUCKET_MS } from './rollup-store.ts';
import { type Scope, scopeValue } from './scope.ts';

export interface FigureFilter {
  /** Instants, [from, until). */
  from: number;
  until: number;
  campaignId?: string | undefined;
  agentId?: string | undefined;
  userId?: string | undefined;
  /** Practice calls alone, real ones alone, or both. */
  practice: 'only' | 'without' | 'with';
}

export interface QuarterRow {
  startAt: number;
  outcome: CallEnd;
  calls: number;
  talkSeconds: number;
}

/** Calls of one attempt and one unit of cost; `spoken` is 1 where a person spoke. */
export interface FactRow {
  attempt: number;
  spoken: 0 | 1;
  unit: string | null;
  calls: number;
  cost: number;
  longestSeconds: number;
  /** The call that lasted so long. */
  callId: string;
}

/** Figures of one campaign by one agent for one user, by outcome. */
export interface GroupRow {
  userName: string;
  campaignId: string;
  campaignName: string;
  agentName: string;
  practice: 0 | 1;
  outcome: CallEnd;
  calls: number;
  talkSeconds: number;
}

/** The same without names: figures stay when a name changes. */
export interface ShareRow {
  userId: string;
  campaignId: string;
  agentId: string;
  outcome: CallEnd;
  calls: number;
  talkSeconds: number;
}

/** What a campaign, an agent or a user is called, and whose it is. */
export interface FigureName {
  id: string;
  name: string;
  ownerName: string;
  deleted: 0 | 1;
}

export type GroupCostRow = Pick<GroupRow, 'userName' | 'campaignId' | 'campaignName' | 'agentName' | 'practice'> & {
  unit: string;
  cost: number;
};

const COUNTED_ENDS = CALL_ENDS.filter((end) => end !== 'not-placed')
  .map((end) => `'${end}'`)
  .join(', ');

/** `countedOutcome` in SQL, of a call `c` for which `COUNTED` holds. */
const OUTCOME = `CASE WHEN c.status <> 'completed' THEN c.status WHEN c.answered_by_machine = 1 THEN 'voicemail'
  WHEN c.duration_seconds > 0 THEN 'completed' ELSE 'no-answer' END`;
export const COUNTED = `c.status IN (${COUNTED_ENDS}) AND c.origin <> 'test' AND c.campaign_id IS NOT NULL`;

/** User by user, so that the index on user and time serves whoever asks. The plus keeps other indexes away from what is left. */
const OF_USERS = (table: 'calls' | 'call_buckets', time: string) => `users u CROSS JOIN ${table} c
  ON c.user_id = u.id AND c.${time} >= @from AND c.${time} < @until AND (@campaignId IS NULL OR c.campaign_id = @campaignId)`;
const OF_CAMPAIGN = `calls c INDEXED BY calls_campaign JOIN users u
  ON u.id = c.user_id AND c.campaign_id = @campaignId AND c.claimed_at >= @from AND c.claimed_at < @until`;
const ASKED = `(@scope IS NULL OR u.id = @scope) AND (@userId IS NULL OR u.id = @userId)
  AND (@agentId IS NULL OR +c.agent_id = @agentId) AND (@practice IS NULL OR c.practice = @practice)`;
const NAMED = 'JOIN call_campaigns k ON k.id = c.campaign_id JOIN agents a ON a.id = c.agent_id';
const GROUP = 'u.name AS userName, k.id AS campaignId, k.name AS campaignName, a.name AS agentName, c.practice';
const BY_GROUP = 'u.name, u.id, k.name, k.id, a.name, a.id, c.practice';

export function figureStore(db: Database) {
  const { sqlite } = db;
  const buckets = OF_USERS('call_buckets', 'start_at');
  const quarters = sqlite.prepare(
    `SELECT c.start_at AS startAt, c.outcome, sum(c.calls) AS calls, sum(c.talk_seconds) AS talkSeconds
     FROM ${buckets} WHERE ${ASKED} GROUP BY c.start_at, c.outcome HAVING sum(c.calls) > 0 ORDER BY c.start_at, c.outcome`,
  );
  const groups = sqlite.prepare(
    `SELECT ${GROUP}, c.outcome, sum(c.calls) AS calls, sum(c.talk_seconds) AS talkSeconds
     FROM ${buckets} ${NAMED} WHERE ${ASKED} GROUP BY ${BY_GROUP}, c.outcome HAVING sum(c.calls) > 0 ORDER BY ${BY_GROUP}`,
  );
  const shares = sqlite.prepare(
    `SELECT u.id AS userId, c.campaign_id AS campaignId, c.agent_id AS agentId, c.outcome, sum(c.calls) AS calls,
       sum(c.talk_seconds) AS talkSeconds
     FROM ${buckets} WHERE ${ASKED} GROUP BY u.id, c.campaign_id, c.agent_id, c.outcome HAVING sum(c.calls) > 0`,
  );
  const named = (table: string, owner: string, deleted: string) =>
    sqlite.prepare(
      `SELECT t.id, t.name, u.name AS ownerName, ${deleted} AS deleted FROM json_each(@ids) j
       JOIN ${table} t ON t.id = j.value JOIN users u ON u.id = ${owner}`,
    );
  const names = {
    campaigns: named('call_campaigns', 't.user_id', 't.deleted_at IS NOT NULL'),
    agents: named('agents', 't.user_id', 't.deleted_at IS NOT NULL'),
    users: named('users', 't.id', '0'),
  };
  /** The same question of the calls, by whichever index finds fewer of them. */
  const ofCalls = (select: string, rest: string, join = '') => {
    const ask = (from: string) => sqlite.prepare(`SELECT ${select} FROM ${from} ${join} WHERE ${ASKED} AND ${COUNTED} ${rest}`);
    return { byUser: ask(OF_USERS('calls', 'claimed_at')), byCampaign: ask(OF_CAMPAIGN) };
  };
  const facts = ofCalls(
    `c.attempt, ${OUTCOME} = 'completed' AS spoken, c.cost_unit AS unit, count(*) AS calls, coalesce(sum(c.cost), 0) AS cost,
     max(coalesce(c.duration_seconds, 0)) AS longestSeconds, c.id AS callId`,
    `GROUP BY c.attempt, ${OUTCOME} = 'completed', c.cost_unit`,
  );
  const costs = ofCalls(
    `${GROUP}, coalesce(c.cost_unit, '') AS unit, sum(c.cost) AS cost`,
    `AND c.cost <> 0 GROUP BY ${BY_GROUP}, unit`,
    NAMED,
  );
  // Walked from the newest on, as far as a page needs them.
  const newest = (index: string, key: string) =>
    sqlite.prepare(
      `SELECT c.id, c.claimed_at AS claimedAt FROM calls c INDEXED BY ${index}
       WHERE ${key} c.claimed_at >= @from AND c.claimed_at < @until AND (@scope IS NULL OR +c.user_id = @scope)
         AND (@userId IS NULL OR +c.user_id = @userId) AND (@campaignId IS NULL OR +c.campaign_id = @campaignId)
         AND (@agentId IS NULL OR +c.agent_id = @agentId) AND (@practice IS NULL OR c.practice = @practice)
         AND ${COUNTED} AND (@outcome IS NULL OR ${OUTCOME} = @outcome)
       ORDER BY c.claimed_at DESC, c.id DESC LIMIT @limit`,
    );
  const found = {
    ofCampaign: newest('calls_campaign', 'c.campaign_id = @campaignId AND'),
    ofUser: newest('calls_user', 'c.user_id = coalesce(@scope, @userId) AND'),
    ofAll: newest('calls_claimed', ''),
  };
  const whichFound = ({ userId: scoped }: Scope, { campaignId, userId }: FigureFilter) =>
    campaignId !== undefined ? found.ofCampaign : scoped !== null || userId !== undefined ? found.ofUser : found.ofAll;

  const bound = (scope: Scope, { practice, campaignId, agentId, userId, from, until }: FigureFilter) => ({
    scope: scopeValue(scope),
    from,
    until,
    campaignId: campaignId ?? null,
    agentId: agentId ?? null,
    userId: userId ?? null,
    practice: practice === 'with' ? null : practice === 'only' ? 1 : 0,
  });
  // A day of some old zone begins within a quarter: that quarter counts to the day before.
  const inQuarters = (scope: Scope, filter: FigureFilter) =>
    bound(scope, { ...filter, from: quarterFrom(filter.from), until: quarterFrom(filter.until) });
  const which = ({ byUser, byCampaign }: ReturnType<typeof ofCalls>, { campaignId }: FigureFilter) =>
    campaignId === undefined ? byUser : byCampaign;

  return {
    /** Grows when any figure of [from, until) changed, for whomever. */
    versionOf: (from: number, until: number) => figureVersions(db).of(from, until),

    /** Figures by quarter of an hour and outcome, oldest first. */
    quarters: (scope: Scope, filter: FigureFilter) => quarters.all(inQuarters(scope, filter)) as QuarterRow[],

    /** What no rollup holds. Ask for few days at a time: it looks up every call of them. */
    facts: (scope: Scope, filter: FigureFilter) => which(facts, filter).all(bound(scope, filter)) as FactRow[],

    /** Figures by user, campaign, agent and outcome, by name. */
    groups: (scope: Scope, filter: FigureFilter) => groups.all(inQuarters(scope, filter)) as GroupRow[],

    /** Figures by user, campaign, agent and outcome, by their ids. */
    shares: (scope: Scope, filter: FigureFilter) => shares.all(inQuarters(scope, filter)) as ShareRow[],

    /** Names of what `shares` told of; ask for no other ids. */
    namesOf: (kind: keyof typeof names, ids: readonly string[]) => names[kind].all({ ids: JSON.stringify(ids) }) as FigureName[],

    /** Costs of the same groups by unit. */
    groupCosts: (scope: Scope, filter: FigureFilter) => which(costs, filter).all(bound(scope, filter)) as GroupCostRow[],

    /** The calls that stand behind figures, newest first, at most `limit`. Ask for few days at a time. */
    callsBehind: (scope: Scope, filter: FigureFilter, outcome: CallEnd | null, limit: number) =>
      whichFound(scope, filter).all({ ...bound(scope, filter), outcome, limit }) as { id: string; claimedAt: number }[],
  };
}

/** The first quarter that begins at or after the instant. */
const quarterFrom = (at: number) => Math.ceil(at / BUCKET_MS) * BUCKET_MS;
