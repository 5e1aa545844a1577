/**
 * Calls as screens and scripts read them: with the names around them, in pages, newest first.
 *
 * Each question names its index and is answered by walking it: all calls by the instant of their claim, those that ended in some way
 * by a range of an index for each of these ways. Reads only.
 */
import { eq } from 'drizzle-orm';
import { CALL_ENDS, type CallEnd, type CallState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { inList } from './in-list.ts';
import { agents, CALL_KIND, calls, campaigns, contacts } from './schema/index.ts';
import { type Scope, scopeValue, sees } from './scope.ts';

export interface CallFilter {
  campaignId?: string | undefined;
  contactId?: number | undefined;
  itemId?: number | undefined;
  status?: CallState | undefined;
  outcome?: CallEnd | undefined;
  /** Only those that the figures count. */
  counted?: boolean | undefined;
}

const COMPLETED_KINDS = ['spoken', 'machine', 'silent'] as const;
type Kind = Exclude<CallEnd, 'completed'> | (typeof COMPLETED_KINDS)[number];

const isEnd = (status: CallState): status is CallEnd => CALL_ENDS.some((end) => end === status);
const kindsOfStatus = (status: CallEnd): readonly Kind[] => (status === 'completed' ? COMPLETED_KINDS : [status]);

/** The kinds that count under an outcome: `countedOutcome` of the figures, said in kinds. */
const KINDS_OF_OUTCOME: Readonly<Record<CallEnd, readonly Kind[]>> = {
  completed: ['spoken'],
  voicemail: ['voicemail', 'machine'],
  'no-answer': ['no-answer', 'silent'],
  busy: ['busy'],
  failed: ['failed'],
  cancelled: ['cancelled'],
  'not-placed': ['not-placed'],
  unknown: ['unknown'],
};

/** The kinds that a filter asks for; null where it does not ask how a call ended. */
function kindsOf({ status, outcome }: CallFilter): readonly Kind[] | null {
  const byStatus = status !== undefined && isEnd(status) ? kindsOfStatus(status) : null;
  const byOutcome = outcome === undefined ? null : KINDS_OF_OUTCOME[outcome];
  if (byStatus === null || byOutcome === null) return byStatus ?? byOutcome;
  return byStatus.filter((kind) => byOutcome.includes(kind));
}

/** Over, surely made, and part of a campaign that was not a test to one's own phone. */
const COUNTED = "ended_at IS NOT NULL AND status <> 'not-placed' AND origin <> 'test' AND campaign_id IS NOT NULL";

/** One walk of one index. */
interface Walk {
  index: string;
  where: string[];
}

/** The walks whose calls together are those of the filter. */
function walksOf({ userId }: Scope, filter: CallFilter): Walk[] {
  const { campaignId, contactId, itemId, status, counted } = filter;
  const where = [
    campaignId === undefined ? [] : 'campaign_id = @campaignId',
    userId === null ? [] : 'user_id = @userId',
    contactId === undefined ? [] : 'contact_id = @contactId',
    itemId === undefined ? [] : 'item_id = @itemId',
    counted === true ? COUNTED : [],
  ].flat();
  const kinds = kindsOf(filter);
  const isKind = (kind: Kind) => ['ended_at IS NOT NULL', `${CALL_KIND} = '${kind}'`];
  if (status !== undefined && !isEnd(status)) {
    // What is not over is looked at again, and there are hardly more of them than slots.
    return [{ index: 'calls_watch', where: ['check_at IS NOT NULL', 'status = @status', ...where] }];
  }
  if (itemId !== undefined || contactId !== undefined) {
    const index = itemId === undefined ? 'calls_contact' : 'calls_item';
    return (kinds ?? [null]).map((kind) => ({ index, where: kind === null ? where : [...isKind(kind), ...where] }));
  }
  const of = campaignId === undefined ? (userId === null ? '' : '_user') : '_campaign';
  if (kinds === null) return [{ index: of === '' ? 'calls_claimed' : `calls${of}`, where }];
  return kinds.map((kind) => ({ index: `calls_ended${of}`, where: [...isKind(kind), ...where] }));
}

const from = ({ index, where }: Walk) => `FROM calls INDEXED BY ${index}${where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`}`;
const newestFirst = 'ORDER BY claimed_at DESC, id DESC';

export function callListStore({ sqlite, orm }: Database) {
  const isOwner = sqlite.prepare('SELECT 1 FROM call_campaigns WHERE id = ? AND user_id = ?').pluck();
  const bound = (scope: Scope, { campaignId, contactId, itemId, status }: CallFilter, sql: string) =>
    Object.fromEntries(
      Object.entries({ userId: scopeValue(scope), campaignId, contactId, itemId, status }).filter(([name]) => sql.includes(`@${name}`)),
    );
  const byId = orm
    .select({ call: calls, campaignName: campaigns.name, contactName: contacts.name, agentName: agents.name })
    .from(calls)
    .innerJoin(agents, eq(agents.id, calls.agentId))
    .leftJoin(campaigns, eq(campaigns.id, calls.campaignId))
    .leftJoin(contacts, eq(contacts.id, calls.contactId))
    .where(inList(calls.id))
    .prepare();

  return {
    list(scope: Scope, filter: CallFilter, { page, limit }: { page: number; limit: number }) {
      const offset = (page - 1) * limit;
      const walks = walksOf(scope, filter).map(
        (walk) => `SELECT * FROM (SELECT id, claimed_at ${from(walk)} ${newestFirst} LIMIT ${offset + limit})`,
      );
      if (walks.length === 0) return [];
      const sql = `SELECT id FROM (${walks.join(' UNION ALL ')}) ${newestFirst} LIMIT ${limit} OFFSET ${offset}`;
      const ids = sqlite
        .prepare(sql)
        .pluck()
        .all(bound(scope, filter, sql)) as string[];
      const found = new Map(this.byIds(scope, ids).map((row) => [row.call.id, row]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    /** How many calls a filter finds, counted no further than `most`. */
    count(scope: Scope, filter: CallFilter, most: number): number {
      const { campaignId } = filter;
      // A campaign's calls are its owner's: asked of each row, that would be a look at each row.
      const isOwn = campaignId !== undefined && scope.userId !== null && isOwner.get(campaignId, scope.userId) !== undefined;
      let found = 0;
      for (const { index, where } of walksOf(scope, filter)) {
        const asked = isOwn ? where.filter((condition) => condition !== 'user_id = @userId') : where;
        const sql = `SELECT count(*) FROM (SELECT 1 ${from({ index, where: asked })} LIMIT ${most - found})`;
        found += sqlite
          .prepare(sql)
          .pluck()
          .get(bound(scope, filter, sql)) as number;
        if (found >= most) break;
      }
      return found;
    },

    /** Calls by id, those outside the scope left out. */
    byIds(scope: Scope, ids: readonly string[]) {
      if (ids.length === 0) return [];
      // Whose they are is asked of the rows: in the query it would tempt SQLite to walk all calls of the user.
      return byId.all({ ids: JSON.stringify(ids) }).filter(({ call }) => sees(scope, call));
    },
  };
}

export type CallRow = ReturnType<ReturnType<typeof callListStore>['list']>[number];
