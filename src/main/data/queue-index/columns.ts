/**
 * The items of the queue as columns in memory: what lists filter and sort by.
 *
 * Some 80 bytes an item. An item's slot is its id: ids only grow, so that nothing is ever looked up or moved. Belongs to the queue
 * index; knows nothing of SQLite.
 */
import { ITEM_STATES, type ItemState } from '../../../shared/domain/states.ts';

/** A row as `read-rows.ts` reads it, in this order; times in ms, null where there is none. */
export type QueueRow = [
  id: number,
  userId: string,
  campaignId: string,
  contactId: number,
  status: ItemState,
  callbackRequested: 0 | 1,
  priority: number,
  attemptCount: number,
  ready: 0 | 1,
  readyAt: number,
  callbackAt: number | null,
  named: number,
  score: number,
  position: number,
  scheduledFor: number,
  lastAttemptAt: number | null,
  createdAt: number,
  updatedAt: number,
];

const FIRST_ROWS = 1_024;
/** Where the last four of a row begin. */
const TIMES = 14;
/** What is full grows by a quarter: of a hundred megabytes little lies idle. */
const GROWTH = 1.25;

/** States as one byte; 0 is no item. */
export const stateNumber = (state: ItemState) => ITEM_STATES.indexOf(state) + 1;

/** Texts that come up again and again, by the number of each. */
export class Numbered {
  private readonly known = new Map<string, number>();

  of(text: string): number {
    const number = this.known.get(text) ?? this.known.size + 1;
    if (number > this.known.size) this.known.set(text, number);
    return number;
  }

  /** 0 where it never came up. */
  find = (text: string): number => this.known.get(text) ?? 0;

  get size(): number {
    return this.known.size;
  }
}

export class QueueColumns {
  readonly userNumbers = new Numbered();
  readonly campaignNumbers = new Numbered();
  states = new Uint8Array(FIRST_ROWS);
  callbacks = new Uint8Array(FIRST_ROWS);
  users = new Uint32Array(FIRST_ROWS);
  campaigns = new Uint32Array(FIRST_ROWS);
  contacts = new Uint32Array(FIRST_ROWS);
  priority = new Int32Array(FIRST_ROWS);
  attemptCount = new Uint16Array(FIRST_ROWS);
  ready = new Uint8Array(FIRST_ROWS);
  readyAt = new Float64Array(FIRST_ROWS);
  /** NaN where there is none, as in the columns below. */
  callbackAt = new Float64Array(FIRST_ROWS);
  named = new Uint8Array(FIRST_ROWS);
  score = new Int32Array(FIRST_ROWS);
  position = new Uint32Array(FIRST_ROWS);
  scheduledFor = new Float64Array(FIRST_ROWS);
  lastAttemptAt = new Float64Array(FIRST_ROWS);
  createdAt = new Float64Array(FIRST_ROWS);
  updatedAt = new Float64Array(FIRST_ROWS);
  /** The highest id that was ever put in. */
  lastId = 0;

  /** Adds an item, in the place of whatever was known of it. */
  put(row: QueueRow): void {
    const [id, userId, campaignId, contactId, status, callback, priority, attempts, ready, readyAt, callbackAt, named, score, position] =
      row;
    const [scheduledFor, lastAttemptAt, createdAt, updatedAt] = row.slice(TIMES) as [number, number | null, number, number];
    if (id >= this.states.length) this.grow(Math.ceil(id * GROWTH) + 1);
    this.states[id] = stateNumber(status);
    this.callbacks[id] = callback;
    this.users[id] = this.userNumbers.of(userId);
    this.campaigns[id] = this.campaignNumbers.of(campaignId);
    this.contacts[id] = contactId;
    this.priority[id] = priority;
    this.attemptCount[id] = attempts;
    this.ready[id] = ready;
    this.readyAt[id] = readyAt;
    this.callbackAt[id] = callbackAt ?? Number.NaN;
    this.named[id] = named;
    this.score[id] = score;
    this.position[id] = position;
    this.scheduledFor[id] = scheduledFor;
    this.lastAttemptAt[id] = lastAttemptAt ?? Number.NaN;
    this.createdAt[id] = createdAt;
    this.updatedAt[id] = updatedAt;
    this.lastId = Math.max(this.lastId, id);
  }

  remove(id: number): void {
    if (id <= this.lastId) this.states[id] = 0;
  }

  private grow(rows: number): void {
    this.states = grown(this.states, new Uint8Array(rows));
    this.callbacks = grown(this.callbacks, new Uint8Array(rows));
    this.users = grown(this.users, new Uint32Array(rows));
    this.campaigns = grown(this.campaigns, new Uint32Array(rows));
    this.contacts = grown(this.contacts, new Uint32Array(rows));
    this.priority = grown(this.priority, new Int32Array(rows));
    this.attemptCount = grown(this.attemptCount, new Uint16Array(rows));
    this.ready = grown(this.ready, new Uint8Array(rows));
    this.readyAt = grown(this.readyAt, new Float64Array(rows));
    this.callbackAt = grown(this.callbackAt, new Float64Array(rows));
    this.named = grown(this.named, new Uint8Array(rows));
    this.score = grown(this.score, new Int32Array(rows));
    this.position = grown(this.position, new Uint32Array(rows));
    this.scheduledFor = grown(this.scheduledFor, new Float64Array(rows));
    this.lastAttemptAt = grown(this.lastAttemptAt, new Float64Array(rows));
    this.createdAt = grown(this.createdAt, new Float64Array(rows));
    this.updatedAt = grown(this.updatedAt, new Float64Array(rows));
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
