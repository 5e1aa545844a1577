/**
 * The checked rows of an import, on their way into the database in batches.
 *
 * A batch is one set-based statement from the import's own file, attached for as long as the writing takes, so that 500 people cost
 * the engine's thread a few milliseconds. Must never be asked to write a file that was not checked to its end; how far it got is the
 * caller's to note, in the same transaction. Called by `import/write.ts` alone.
 */
import { isNamed, scoreOf } from '../../shared/domain/score.ts';
import type { Database } from './database.ts';

/** Rows of one batch. */
export const BATCH = 500;

/** What one batch of people did. `last` is the number that the next one begins after; null at the end. */
export interface PeopleStep {
  rows: number;
  imported: number;
  known: number;
  last: number | null;
}

/** A person of a file as a contact of the user, in the order of the file. */
export interface ImportedPerson {
  n: number;
  /** Place in the order of rule 3, from 0. */
  rank: number;
  custom: string;
  contactId: number;
  name: string;
  email: string | null;
  company: string | null;
  successfulCalls: number;
  notConnected: number;
}

/** Whose import it is. */
export interface StagedFor {
  /** The import's id. */
  id: string;
  userId: string;
}

const RANGE = 'r.phone > @after AND r.phone <= @last';
/** The user's live contact of each row, found by number. */
const MINE = "CROSS JOIN contacts c ON c.phone = '+' || r.phone AND c.user_id = @userId AND c.deleted_at IS NULL";

const INSERT = `INSERT INTO contacts (user_id, phone, name, first_name, last_name, email, company, time_zone, custom_fields, import_id, created_at, updated_at)
  SELECT @userId, '+' || r.phone, r.name, r.first_name, r.last_name, r.email, r.company, r.time_zone, r.custom, @importId, @at, @at
  FROM staging.rows r WHERE ${RANGE} ORDER BY r.phone
  ON CONFLICT (phone, user_id) WHERE deleted_at IS NULL DO UPDATE SET`;

/** Empty fields are filled; the name goes with its parts or not at all. */
const FILL = `${INSERT} name = iif(name = '', excluded.name, name), first_name = iif(name = '', excluded.first_name, first_name),
    last_name = iif(name = '', excluded.last_name, last_name), email = coalesce(email, excluded.email), company = coalesce(company, excluded.company),
    time_zone = coalesce(time_zone, excluded.time_zone), custom_fields = json_patch(excluded.custom_fields, custom_fields), updated_at = excluded.updated_at
  WHERE (name = '' AND excluded.name <> '') OR (email IS NULL AND excluded.email IS NOT NULL) OR (company IS NULL AND excluded.company IS NOT NULL)
    OR (time_zone IS NULL AND excluded.time_zone IS NOT NULL) OR json_patch(excluded.custom_fields, custom_fields) <> json_patch('{}', custom_fields)`;

/** What the file says stands; what it leaves empty stays. */
const UPDATE = `${INSERT} name = iif(excluded.name = '', name, excluded.name), first_name = iif(excluded.name = '', first_name, excluded.first_name),
    last_name = iif(excluded.name = '', last_name, excluded.last_name), email = coalesce(excluded.email, email),
    company = coalesce(excluded.company, company), time_zone = coalesce(excluded.time_zone, time_zone),
    custom_fields = json_patch(custom_fields, excluded.custom_fields), updated_at = excluded.updated_at`;

/** A deleted contact comes back with what it remembers of its calls, and with the fields of the file. */
const REVIVE = `UPDATE contacts SET deleted_at = NULL, import_id = @importId, updated_at = @at, name = '', first_name = '', last_name = '', email = NULL,
    company = NULL, time_zone = NULL, custom_fields = '{}'
  WHERE id IN (SELECT max(d.id) FROM staging.rows r CROSS JOIN contacts d ON d.user_id = @userId AND d.phone = '+' || r.phone AND d.deleted_at IS NOT NULL
    WHERE ${RANGE} AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.phone = d.phone AND c.user_id = @userId AND c.deleted_at IS NULL) GROUP BY r.phone)`;

const PEOPLE = `SELECT r.n, b.first + r.in_bucket AS rank, r.custom, c.id AS contactId, c.name, c.email, c.company,
    c.successful_calls AS successfulCalls, c.not_connected AS notConnected
  FROM staging.rows r CROSS JOIN staging.buckets b ON b.bucket = r.bucket ${MINE} WHERE r.n > @after AND r.n <= @upTo ORDER BY r.n`;

const WAITING = `SELECT DISTINCT c.id, c.name, c.email, c.company, c.successful_calls AS successfulCalls, c.not_connected AS notConnected
  FROM staging.rows r ${MINE} CROSS JOIN call_queue q ON q.contact_id = c.id AND q.status = 'queued' WHERE ${RANGE}`;

const FORBID = `INSERT INTO do_not_call (phone, reason, added_by, added_at)
  SELECT '+' || r.phone, coalesce(json_extract(r.custom, '$.reason'), ''), @userId, @at FROM staging.rows r WHERE ${RANGE} ORDER BY r.phone
  ON CONFLICT DO NOTHING`;

/** The checked rows of one import, attached to the engine's connection while they are written. */
export class StagedRows {
  private readonly db: Database;
  private readonly row: StagedFor;
  private readonly statements: ReturnType<typeof prepare>;

  constructor(db: Database, file: string, row: StagedFor) {
    this.db = db;
    this.row = row;
    db.sqlite.prepare('ATTACH ? AS staging').run(file);
    try {
      this.statements = prepare(db.sqlite);
    } catch (error) {
      db.sqlite.exec('DETACH staging');
      throw error;
    }
  }

  /** The number behind which a writing that was broken off after so many rows goes on; 0 is the beginning. */
  numberAfter(rows: number): number {
    return rows === 0 ? 0 : ((this.statements.numberAt.get(rows - 1) as number | undefined) ?? Number.MAX_SAFE_INTEGER);
  }

  /** Writes the next people into the user's contacts, in the order of their numbers. */
  contactsTx(after: number, at: number, update: boolean): PeopleStep {
    const { statements, db } = this;
    const step = this.nextRange(after);
    if (step.last === null) return { ...step, imported: 0, known: 0 };
    const range = { after, last: step.last, userId: this.row.userId };
    const write = { ...range, at, importId: this.row.id };
    const lastId = statements.lastId.get() as number;
    const revived = statements.hasDeleted.get(this.row.userId) === 1 ? statements.revive.run(write).changes : 0;
    (update ? statements.update : statements.fill).run(write);
    // Ids only grow: what is behind the last one came now.
    const fresh = statements.countAfter.get(lastId) as number;
    const imported = revived + fresh;
    const known = step.rows - imported;
    if (known > 0) this.rescoreTx(range);
    db.changes.topics.add('contacts');
    if (fresh < step.rows) for (const id of statements.knownIds.all({ ...range, lastId }) as number[]) db.changes.contacts.add(id);
    return { ...step, imported, known };
  }

  /** Puts the next numbers on the do-not-call list. */
  forbidTx(after: number, at: number): PeopleStep {
    const step = this.nextRange(after);
    if (step.last === null) return { ...step, imported: 0, known: 0 };
    const imported = this.statements.forbid.run({ after, last: step.last, userId: this.row.userId, at }).changes;
    this.db.changes.topics.add('do-not-call');
    return { ...step, imported, known: step.rows - imported };
  }

  /** The people of rows `after` to `upTo` of the file; those whose contact was deleted meanwhile are left out. */
  people(after: number, upTo: number): ImportedPerson[] {
    return this.statements.people.all({ after, upTo, userId: this.row.userId }) as ImportedPerson[];
  }

  close(): void {
    this.db.sqlite.exec('DETACH staging');
  }

  private nextRange(after: number): Pick<PeopleStep, 'rows' | 'last'> {
    return this.statements.range.get(after) as Pick<PeopleStep, 'rows' | 'last'>;
  }

  /** What was filled in may change where known people stand in the queues they wait in (rule 1). */
  private rescoreTx(range: { after: number; last: number; userId: string }): void {
    type Waiting = Omit<ImportedPerson, 'n' | 'rank' | 'custom' | 'contactId'> & { id: number };
    for (const contact of this.statements.waiting.all(range) as Waiting[]) {
      this.statements.rescore.run({ id: contact.id, named: isNamed(contact.name) ? 1 : 0, score: scoreOf(contact) });
    }
  }
}

function prepare(sqlite: Database['sqlite']) {
  return {
    range: sqlite.prepare(
      `SELECT count(*) AS rows, max(phone) AS last FROM (SELECT phone FROM staging.rows WHERE phone > ? ORDER BY phone LIMIT ${BATCH})`,
    ),
    numberAt: sqlite.prepare('SELECT phone FROM staging.rows ORDER BY phone LIMIT 1 OFFSET ?').pluck(),
    lastId: sqlite.prepare('SELECT coalesce(max(id), 0) FROM contacts').pluck(),
    countAfter: sqlite.prepare('SELECT count(*) FROM contacts WHERE id > ?').pluck(),
    hasDeleted: sqlite.prepare('SELECT EXISTS (SELECT 1 FROM contacts WHERE user_id = ? AND deleted_at IS NOT NULL)').pluck(),
    revive: sqlite.prepare(REVIVE),
    fill: sqlite.prepare(FILL),
    update: sqlite.prepare(UPDATE),
    knownIds: sqlite.prepare(`SELECT c.id FROM staging.rows r ${MINE} WHERE ${RANGE} AND c.id <= @lastId`).pluck(),
    waiting: sqlite.prepare(WAITING),
    rescore: sqlite.prepare(
      "UPDATE call_queue SET named = @named, score = @score WHERE contact_id = @id AND status = 'queued' AND (named <> @named OR score <> @score)",
    ),
    people: sqlite.prepare(PEOPLE),
    forbid: sqlite.prepare(FORBID),
  };
}
