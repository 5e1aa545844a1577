/**
 * Campaigns: their rows, and the one place that writes a campaign's state.
 *
 * `moveTx` is a guarded update: it changes the row only where it still is in the state that the caller saw; a row that was not
 * changed is a normal answer. Must never write counters (triggers keep them), nor the state of a queue item. Called by the
 * supervisor's verbs and by the dialer's duties.
 */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { CampaignState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { inList } from './in-list.ts';
import { agents, calls, campaignCounts, campaigns, users } from './schema/index.ts';
import { type Scope, scopeValue, sees, within } from './scope.ts';

export type Campaign = typeof campaigns.$inferSelect;
export type NewCampaign = Omit<
  typeof campaigns.$inferInsert,
  'status' | 'carry' | 'carryAfter' | 'reopenedBy' | 'respreadNext' | 'lastTurn'
>;
export type CampaignCounts = Omit<typeof campaignCounts.$inferSelect, 'campaignId'>;
export type CampaignChange = Partial<Omit<typeof campaigns.$inferInsert, 'id' | 'status' | 'createdAt' | 'updatedAt'>>;

/** A campaign with what every screen shows beside its own fields. */
export interface CampaignView {
  campaign: Campaign;
  counts: CampaignCounts;
  agent: { id: string; name: string; provider: (typeof agents.$inferSelect)['provider']; deletedAt: number | null };
  owner: { id: string; name: string; limit: number; active: boolean };
}

/** A campaign as far as a list over all of them asks. */
export type CampaignQueue = Pick<Campaign, 'id' | 'status' | 'openFrom' | 'openUntil'> & CampaignCounts;

const CAMPAIGN_SORTS = ['createdAt', 'updatedAt', 'startDate', 'name'] as const;

export interface CampaignFilter {
  statuses?: readonly CampaignState[] | undefined;
  /** Any part of the name. */
  search?: string | undefined;
  userId?: string | undefined;
  sortBy: (typeof CAMPAIGN_SORTS)[number];
  sortDir: 'asc' | 'desc';
  page: number;
  limit: number;
}

const SORT_COLUMNS = { createdAt: campaigns.createdAt, updatedAt: campaigns.updatedAt, startDate: campaigns.startOn, name: campaigns.name };

/** What a state needs beside its name, so that no caller can forget it. */
function needsOf(from: CampaignState, to: CampaignState, at: number): CampaignChange {
  return {
    ...(from === 'paused' ? { pausedBy: null, pausedAt: null, pausedReason: null, pausedAllBy: null } : {}),
    ...(to === 'active' ? { completedAt: null } : {}),
    ...(to === 'completed' ? { completedAt: at } : {}),
    ...(to === 'cancelled' ? { completedAt: at, carry: 'cancel', carryAfter: 0 } : {}),
  };
}

/** Text for LIKE with `\` as escape: a part of a name that may itself hold `%` or `_`. */
const anyPart = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

export function campaignStore(db: Database) {
  const byId = db.orm
    .select()
    .from(campaigns)
    .where(eq(campaigns.id, sql.placeholder('id')))
    .prepare();
  const note = (id: string) => {
    db.changes.campaigns.add(id);
    db.changes.due = true;
  };
  const queues = db.sqlite.prepare(
    `SELECT c.id, c.status, c.open_from AS openFrom, c.open_until AS openUntil, n.total, n.queued, n.processing, n.completed, n.failed, n.skipped, n.cancelled
     FROM call_campaigns c JOIN campaign_counts n ON n.campaign_id = c.id WHERE c.deleted_at IS NULL AND (@userId IS NULL OR c.user_id = @userId)`,
  );

  const views = () =>
    db.orm
      .select({
        campaign: campaigns,
        counts: {
          total: campaignCounts.total,
          queued: campaignCounts.queued,
          processing: campaignCounts.processing,
          completed: campaignCounts.completed,
          failed: campaignCounts.failed,
          skipped: campaignCounts.skipped,
          cancelled: campaignCounts.cancelled,
        },
        agent: { id: agents.id, name: agents.name, provider: agents.provider, deletedAt: agents.deletedAt },
        owner: { id: users.id, name: users.name, limit: users.concurrentCallsLimit, active: users.active },
      })
      .from(campaigns)
      .innerJoin(campaignCounts, eq(campaignCounts.campaignId, campaigns.id))
      .innerJoin(agents, eq(agents.id, campaigns.agentId))
      .innerJoin(users, eq(users.id, campaigns.userId));

  // Asked by every page of the queue and for every campaign that is read: kept, for to prepare it takes longer than its answer.
  const viewsById = views()
    .where(and(isNull(campaigns.deletedAt), inList(campaigns.id)))
    .prepare();

  const filtered = (scope: Scope, filter: Pick<CampaignFilter, 'statuses' | 'search' | 'userId'>): SQL | undefined =>
    and(
      isNull(campaigns.deletedAt),
      within(scope, campaigns.userId),
      filter.statuses ? inArray(campaigns.status, [...filter.statuses]) : undefined,
      filter.userId ? eq(campaigns.userId, filter.userId) : undefined,
      filter.search ? sql`${campaigns.name} LIKE ${anyPart(filter.search)} ESCAPE '\\'` : undefined,
    );

  return {
    /** One campaign that is not deleted, or undefined where there is none in this scope. */
    get(scope: Scope, id: string): Campaign | undefined {
      const row = byId.get({ id });
      return row && row.deletedAt === null && sees(scope, row) ? row : undefined;
    },

    countsOf(scope: Scope, id: string): CampaignCounts | undefined {
      return this.viewsOf(scope, [id])[0]?.counts;
    },

    /** Campaigns by id with counters, agent and owner; those that are deleted or outside the scope are left out. */
    viewsOf(scope: Scope, ids: readonly string[]): CampaignView[] {
      if (ids.length === 0) return [];
      return viewsById.all({ ids: JSON.stringify(ids) }).filter(({ campaign }) => sees(scope, campaign));
    },

    /** Every campaign of the scope that is not deleted. */
    allViews: (scope: Scope): CampaignView[] => views().where(filtered(scope, {})).all(),

    /** The queue of every campaign of the scope that is not deleted: a tenth of what their whole rows cost. */
    queues: (scope: Scope) => queues.all({ userId: scopeValue(scope) }) as CampaignQueue[],

    /** One page of campaigns; the counters are read, never counted. */
    list(scope: Scope, filter: CampaignFilter): CampaignView[] {
      const direction = filter.sortDir === 'asc' ? asc : desc;
      return views()
        .where(filtered(scope, filter))
        .orderBy(direction(SORT_COLUMNS[filter.sortBy]), direction(campaigns.id))
        .limit(filter.limit)
        .offset((filter.page - 1) * filter.limit)
        .all();
    },

    /** How many campaigns a filter finds, counted no further than `most`. */
    count(scope: Scope, filter: Pick<CampaignFilter, 'statuses' | 'search' | 'userId'>, most: number): number {
      const found = db.orm.select({ one: sql`1` }).from(campaigns).where(filtered(scope, filter)).limit(most).as('found');
      return db.orm.select({ n: sql<number>`count(*)` }).from(found).get()?.n ?? 0;
    },

    /** How many campaigns there are of each state: what the tabs show. */
    countByState(scope: Scope): { status: CampaignState; n: number }[] {
      return db.orm
        .select({ status: campaigns.status, n: sql<number>`count(*)` })
        .from(campaigns)
        .where(filtered(scope, {}))
        .groupBy(campaigns.status)
        .all();
    },

    /** Campaigns of a scope in one of the states, oldest first; for what is done to many at once. */
    inStates(scope: Scope, states: readonly CampaignState[]): Campaign[] {
      return db.orm
        .select()
        .from(campaigns)
        .where(filtered(scope, { statuses: states }))
        .orderBy(campaigns.createdAt, campaigns.id)
        .all();
    },

    /** Every campaign of one user, deleted ones too: for handing over. */
    allOf(userId: string): Campaign[] {
      return db.orm.select().from(campaigns).where(eq(campaigns.userId, userId)).orderBy(campaigns.createdAt, campaigns.id).all();
    },

    /** What the Pause all of one person paused and nobody touched since. */
    pausedAllBy(userId: string): Campaign[] {
      return db.orm
        .select()
        .from(campaigns)
        .where(and(eq(campaigns.status, 'paused'), eq(campaigns.pausedAllBy, userId), isNull(campaigns.deletedAt)))
        .all();
    },

    /** Campaigns with work on many rows that is not carried through yet. */
    withCarry(): Campaign[] {
      return db.orm.select().from(campaigns).where(isNotNull(campaigns.carry)).orderBy(campaigns.id).all();
    },

    /** How many campaigns a user created since an instant, deleted ones included. */
    createdSince(userId: string, at: number): number {
      return (
        db.orm
          .select({ n: sql<number>`count(*)` })
          .from(campaigns)
          .where(and(eq(campaigns.userId, userId), gte(campaigns.createdAt, at)))
          .get()?.n ?? 0
      );
    },

    /** Whether a call of the campaign was ever claimed. */
    hasCalls(campaignId: string): boolean {
      return db.orm.select({ one: sql`1` }).from(calls).where(eq(calls.campaignId, campaignId)).limit(1).get() !== undefined;
    },

    /** Names of users by id, for "paused by". */
    userNames(ids: readonly string[]): ReadonlyMap<string, string> {
      if (ids.length === 0) return new Map();
      const rows = db.orm
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(inArray(users.id, [...new Set(ids)]))
        .all();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },

    /** Most calls that a user may have up; 0 where there is no such user. */
    userLimit(userId: string): number {
      return db.orm.select({ limit: users.concurrentCallsLimit }).from(users).where(eq(users.id, userId)).get()?.limit ?? 0;
    },

    /** Whether the user may sign in; false where there is none. */
    isUserActive(userId: string): boolean {
      return db.orm.select({ active: users.active }).from(users).where(eq(users.id, userId)).get()?.active ?? false;
    },

    /** Writes a new campaign as a draft; `moveTx` starts it. Its counters begin with it. */
    insertTx(campaign: NewCampaign): Campaign {
      const row = db.orm
        .insert(campaigns)
        .values({ ...campaign, status: 'draft' })
        .returning()
        .get();
      note(row.id);
      return row;
    },

    /** Changes what is not the state of a campaign. Window fields come with `openFrom` and `openUntil` (`campaigns/opening.ts`). */
    changeTx(campaign: { id: string }, at: number, change: CampaignChange): void {
      db.orm
        .update(campaigns)
        .set({ ...change, updatedAt: at })
        .where(eq(campaigns.id, campaign.id))
        .run();
      note(campaign.id);
    },

    /**
     * Moves a campaign from one state to another, with whatever else changes. The first activation is dated; leaving a pause
     * forgets who paused; a cancelled one carries its waiting items with it in steps.
     * @returns whether the campaign was still in `from`.
     */
    moveTx(campaign: { id: string }, from: CampaignState, to: CampaignState, at: number, change: CampaignChange = {}): boolean {
      const started = to === 'active' ? { startedAt: sql`coalesce(${campaigns.startedAt}, ${at})` } : {};
      const { changes } = db.orm
        .update(campaigns)
        .set({ ...needsOf(from, to, at), ...started, ...change, status: to, updatedAt: at })
        .where(and(eq(campaigns.id, campaign.id), eq(campaigns.status, from), ne(campaigns.status, to)))
        .run();
      if (changes === 0) return false;
      note(campaign.id);
      return true;
    },

    /** Hides a campaign that is still; its calls and figures stay. */
    hideTx(campaign: { id: string }, at: number): void {
      this.changeTx(campaign, at, { deletedAt: at, carry: null, carryAfter: 0 });
    },
  };
}
