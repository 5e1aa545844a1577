/**
 * Agents: their rows, who may see them, and what uses them.
 *
 * `get` also finds deleted agents, for calls and campaigns that are over still show them; every verb that acts for a person asks
 * `visibleTo`. Called by `agents/`, by the campaign verbs and by the claim.
 */
import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { CAMPAIGN_STATES, type CampaignState, type ProviderName } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { agents, campaigns, queueItems, users } from './schema/index.ts';
import { type Scope, sees, within } from './scope.ts';

export type Agent = typeof agents.$inferSelect;
export type AgentRow = Agent & { ownerName: string };
export type NewAgentRow = Omit<typeof agents.$inferInsert, 'deletedAt'>;
export type AgentFields = Partial<
  Pick<Agent, 'name' | 'shared' | 'provider' | 'providerAgentId' | 'callerNumber' | 'options' | 'deletedAt'>
>;

export interface AgentFilter {
  search?: string | undefined;
  provider?: ProviderName | undefined;
}

const NOT_FINAL: CampaignState[] = CAMPAIGN_STATES.filter((state) => state !== 'completed' && state !== 'cancelled');

export function agentStore(db: Database) {
  const { orm, sqlite } = db;
  const byId = orm
    .select()
    .from(agents)
    .where(eq(agents.id, sql.placeholder('id')))
    .prepare();
  // By index, from the cheapest question to the dearest; a call without a campaign is a test of the agent.
  const used = sqlite
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM call_campaigns WHERE agent_id = @id)
         OR EXISTS (SELECT 1 FROM call_queue WHERE agent_id = @id)
         OR EXISTS (SELECT 1 FROM calls WHERE agent_id = @id)`,
    )
    .pluck();

  const rows = () => orm.select({ agent: agents, ownerName: users.name }).from(agents).innerJoin(users, eq(users.id, agents.userId));
  const whole = ({ agent, ownerName }: { agent: Agent; ownerName: string }): AgentRow => ({ ...agent, ownerName });

  /** One's own and what is shared; a scope that sees everyone sees all. */
  const visible = (scope: Scope): SQL | undefined => {
    const own = within(scope, agents.userId);
    return and(isNull(agents.deletedAt), own && or(own, eq(agents.shared, true)));
  };

  const filtered = (scope: Scope, { search, provider }: AgentFilter): SQL | undefined =>
    and(
      visible(scope),
      provider === undefined ? undefined : eq(agents.provider, provider),
      search ? sql`${agents.name} LIKE ${`%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} ESCAPE '\\'` : undefined,
    );

  return {
    /** One agent of the scope's own users, deleted or not, shared or not. */
    get(scope: Scope, id: string): Agent | undefined {
      const row = byId.get({ id });
      return row && sees(scope, row) ? row : undefined;
    },

    /** One agent that is not deleted and that the scope may use: its own or a shared one. */
    visibleTo(scope: Scope, id: string): AgentRow | undefined {
      const row = rows()
        .where(and(eq(agents.id, id), visible(scope)))
        .get();
      return row && whole(row);
    },

    /** One page of agents that the scope may use, by name. */
    list(scope: Scope, { page, limit, ...filter }: AgentFilter & { page: number; limit: number }): AgentRow[] {
      return rows()
        .where(filtered(scope, filter))
        .orderBy(asc(agents.name), asc(agents.id))
        .limit(limit)
        .offset((page - 1) * limit)
        .all()
        .map(whole);
    },

    /** How many agents a filter finds, counted no further than `most`. */
    count(scope: Scope, filter: AgentFilter, most: number): number {
      const found = orm.select({ one: sql`1` }).from(agents).where(filtered(scope, filter)).limit(most).as('found');
      return orm.select({ n: sql<number>`count(*)` }).from(found).get()?.n ?? 0;
    },

    /** Whether any agent speaks through a real provider: until then the totals show practice (rule 16). */
    anyReal(): boolean {
      return (
        orm
          .select({ one: sql`1` })
          .from(agents)
          .where(and(isNull(agents.deletedAt), sql`${agents.provider} <> 'practice'`))
          .limit(1)
          .get() !== undefined
      );
    },

    insertTx(row: NewAgentRow): void {
      orm.insert(agents).values(row).run();
      db.changes.topics.add('agents');
    },

    changeTx(id: string, at: number, change: AgentFields): void {
      orm
        .update(agents)
        .set({ ...change, updatedAt: at })
        .where(eq(agents.id, id))
        .run();
      db.changes.topics.add('agents');
      db.changes.due = true;
    },

    /** The oldest campaign that still needs the agent: its own and not final, or with a waiting item that names the agent. */
    neededBy(id: string): { id: string; name: string } | undefined {
      const own = orm
        .select({ id: campaigns.id, name: campaigns.name })
        .from(campaigns)
        .where(and(eq(campaigns.agentId, id), inArray(campaigns.status, NOT_FINAL), isNull(campaigns.deletedAt)))
        .orderBy(campaigns.createdAt)
        .limit(1)
        .get();
      if (own) return own;
      return orm
        .select({ id: campaigns.id, name: campaigns.name })
        .from(queueItems)
        .innerJoin(campaigns, eq(campaigns.id, queueItems.campaignId))
        .where(and(eq(queueItems.agentId, id), eq(queueItems.status, 'queued')))
        .limit(1)
        .get();
    },

    /** Whether a campaign, an item or a call has ever named the agent. */
    isUsed: (id: string): boolean => used.get({ id }) === 1,
  };
}
