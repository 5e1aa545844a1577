/**
 * Contacts: their rows, and the do-not-call mark that is read from the list with each of them.
 *
 * Decides nothing about calls. `get` also finds deleted contacts, for the engine still needs their number and name; every verb that
 * acts for a person asks `getLive`. Called by `contacts/`, by the claim and by the end of a call.
 */
import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Database } from './database.ts';
import { inList } from './in-list.ts';
import { contacts, queueItems } from './schema/index.ts';
import { type Scope, sees, within } from './scope.ts';

export type Contact = typeof contacts.$inferSelect;
export type ContactRow = Contact & { doNotCall: boolean };
export type NewContactRow = Omit<typeof contacts.$inferInsert, 'id' | 'deletedAt'>;
export type ContactFields = Partial<
  Pick<Contact, 'phone' | 'name' | 'firstName' | 'lastName' | 'email' | 'company' | 'timeZone' | 'customFields' | 'deletedAt'>
>;
/** What a contact remembers of its calls (rule 1). */
export type ContactMemory = Partial<Pick<Contact, 'notConnected' | 'successfulCalls' | 'lastConversationAt' | 'lastSummary'>>;

// The names in full: drizzle leaves the table's out of a query over one, and `phone` alone would be the list's own column.
const marked = sql<boolean>`EXISTS (SELECT 1 FROM do_not_call WHERE do_not_call.phone = contacts.phone)`.mapWith(Boolean);

export function contactStore(db: Database) {
  const { orm, sqlite } = db;
  const byId = orm
    .select()
    .from(contacts)
    .where(eq(contacts.id, sql.placeholder('id')))
    .prepare();
  // What waits for a gap, a zone or a number is asked again where the contact's own facts have changed.
  const wake = sqlite.prepare(
    `UPDATE call_queue SET ready_at = @now
     WHERE contact_id = @id AND status = 'queued' AND ready = 0 AND ready_at > @now AND scheduled_for <= @now`,
  );
  const fieldNames = sqlite
    .prepare(
      `SELECT DISTINCT j.key FROM contacts c, json_each(c.custom_fields) j
       WHERE c.id > @after AND c.id <= @upTo AND c.deleted_at IS NULL AND (@userId IS NULL OR c.user_id = @userId)`,
    )
    .pluck();

  const noteChange = (id: number) => {
    db.changes.topics.add('contacts');
    db.changes.contacts.add(id);
  };

  const rows = () => orm.select({ contact: contacts, doNotCall: marked }).from(contacts);
  const living = rows()
    .where(and(inList(contacts.id), isNull(contacts.deletedAt)))
    .prepare();
  const whole = ({ contact, doNotCall }: { contact: Contact; doNotCall: boolean }): ContactRow => ({ ...contact, doNotCall });

  return {
    /** One contact, deleted or not; undefined where there is none in this scope. */
    get(scope: Scope, id: number): Contact | undefined {
      const row = byId.get({ id });
      return row && sees(scope, row) ? row : undefined;
    },

    /** One contact that is not deleted, with its do-not-call mark. */
    getLive(scope: Scope, id: number): ContactRow | undefined {
      return this.some(scope, [id])[0];
    },

    /** The user's contact of this number that is not deleted. */
    byNumber(userId: string, phone: string): Contact | undefined {
      return orm
        .select()
        .from(contacts)
        .where(and(eq(contacts.userId, userId), eq(contacts.phone, phone), isNull(contacts.deletedAt)))
        .get();
    },

    /** The user's contact of this number that was deleted last. */
    deletedByNumber(userId: string, phone: string): Contact | undefined {
      return orm
        .select()
        .from(contacts)
        .where(and(eq(contacts.userId, userId), eq(contacts.phone, phone), isNotNull(contacts.deletedAt)))
        .orderBy(desc(contacts.deletedAt))
        .limit(1)
        .get();
    },

    /** Contacts by their ids, in the order of these; those that are not there in this scope are left out. */
    some(scope: Scope, ids: readonly number[]): ContactRow[] {
      if (ids.length === 0) return [];
      const found = living.all({ ids: JSON.stringify(ids) }).filter(({ contact }) => sees(scope, contact));
      const byTheirIds = new Map(found.map((row) => [row.contact.id, whole(row)]));
      return ids.flatMap((id) => byTheirIds.get(id) ?? []);
    },

    /** Contacts in the order of their ids behind `after`: pages of a long list that nothing can shift. */
    after(scope: Scope, after: number, limit: number): ContactRow[] {
      return rows()
        .where(and(isNull(contacts.deletedAt), within(scope, contacts.userId), gt(contacts.id, after)))
        .orderBy(contacts.id)
        .limit(limit)
        .all()
        .map(whole);
    },

    /** Names of custom fields among the ids in (after, upTo]. */
    fieldNames: (scope: Scope, after: number, upTo: number) => fieldNames.all({ userId: scope.userId, after, upTo }) as string[],

    /** The highest id there is; 0 where there is no contact. */
    lastId: () =>
      orm
        .select({ id: sql<number>`coalesce(max(${contacts.id}), 0)` })
        .from(contacts)
        .get()?.id ?? 0,

    insertTx(row: NewContactRow): Contact {
      db.changes.topics.add('contacts');
      return orm.insert(contacts).values(row).returning().get();
    },

    /** Changes a contact's own fields. Refused by the database where the number is another contact's. */
    changeTx(id: number, at: number, change: ContactFields): void {
      orm
        .update(contacts)
        .set({ ...change, updatedAt: at })
        .where(eq(contacts.id, id))
        .run();
      noteChange(id);
    },

    /** What a call left behind; practice never comes here (rule 16). */
    rememberTx(id: number, at: number, memory: ContactMemory): void {
      orm
        .update(contacts)
        .set({ ...memory, updatedAt: at })
        .where(eq(contacts.id, id))
        .run();
      noteChange(id);
    },

    /** The contact's waiting items, over all its campaigns. */
    waitingItems: (id: number) =>
      orm
        .select({ id: queueItems.id, campaignId: queueItems.campaignId })
        .from(queueItems)
        .where(and(eq(queueItems.contactId, id), eq(queueItems.status, 'queued')))
        .all(),

    /** Lets the contact's held items be asked again: its number or its zone is another one now. */
    wakeItemsTx(id: number, now: number): void {
      if (wake.run({ id, now }).changes > 0) db.changes.due = true;
    },
  };
}
