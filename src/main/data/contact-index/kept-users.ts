/**
 * The indexes that are in memory, by user: read when somebody first asks, a piece at a time, and brought up to what was committed
 * before each answer. Where all of them would be too large, whoever asked longest ago is forgotten.
 */
import type { ContactNews, ContactQuery, ContactRange, ContactsFound } from './messages.ts';
import { LINES, type Lines } from './read-lines.ts';
import { UserIndex } from './user-index.ts';

/** Contacts of all users together. */
const MOST_CONTACTS = 2_500_000;
/** More changed ones than this are read anew with all others. */
export const MOST_CHANGED = 20_000;

interface KeptUser {
  index: UserIndex;
  /** Over when all that was there is read. */
  reading: Promise<void>;
  isRead: boolean;
  changed: Set<number>;
}

export class KeptUsers {
  private readonly lines: Lines;
  private readonly nextTurn: () => Promise<void>;
  private readonly users = new Map<string, KeptUser>();

  constructor(lines: Lines, nextTurn: () => Promise<void>) {
    this.lines = lines;
    this.nextTurn = nextTurn;
  }

  /** Takes note of what was committed; to be told in order. */
  hear({ changed, everything, doNotCall }: ContactNews): void {
    if (everything) this.users.clear();
    for (const user of this.users.values()) {
      for (const id of changed) user.changed.add(id);
      if (doNotCall) user.index.forgetForbidden();
    }
  }

  async find(query: ContactQuery, range: ContactRange): Promise<ContactsFound> {
    const { userId } = query;
    const user = this.users.get(userId) ?? this.read(userId);
    if (!user.isRead && isPlain(query)) {
      return { ids: this.lines.page(userId, query.sortDir, range.offset, range.limit), total: this.lines.count(userId) };
    }
    await user.reading;
    // Asked last, forgotten last.
    if (this.users.get(userId) === user) {
      this.users.delete(userId);
      this.users.set(userId, user);
    }
    this.catchUp(userId, user);
    this.forgetSome();
    return user.index.find(query, range, () => this.lines.forbidden(userId));
  }

  private read(userId: string): KeptUser {
    const user: KeptUser = { index: new UserIndex(), reading: Promise.resolve(), isRead: false, changed: new Set() };
    user.reading = this.readAll(userId, user);
    // A failure is told to whoever waits, and the next one who asks begins anew.
    user.reading.catch(() => this.users.get(userId) === user && this.users.delete(userId));
    this.users.set(userId, user);
    return user;
  }

  private async readAll(userId: string, user: KeptUser): Promise<void> {
    do await this.nextTurn();
    while (this.readSome(userId, user));
    user.isRead = true;
  }

  /** @returns whether there may be more. */
  private readSome(userId: string, { index }: KeptUser): boolean {
    const lines = this.lines.after(userId, index.lastId);
    index.put(lines);
    return lines.length === LINES;
  }

  private catchUp(userId: string, user: KeptUser): void {
    if (user.changed.size > 0) {
      // New ones among them come with the others, by their ids.
      const changed = [...user.changed].filter((id) => id <= user.index.lastId);
      user.changed.clear();
      const now = this.lines.byIds(userId, changed);
      const there = new Set(now.map(({ id }) => id));
      user.index.remove(changed.filter((id) => !there.has(id)));
      user.index.put(now);
      if (changed.length > 0) user.index.forgetForbidden();
    }
    while (this.readSome(userId, user)) {
      // On to the next piece.
    }
  }

  private forgetSome(): void {
    let contacts = [...this.users.values()].reduce((sum, { index }) => sum + index.size, 0);
    for (const [userId, { index }] of this.users) {
      if (contacts <= MOST_CONTACTS || this.users.size === 1) return;
      contacts -= index.size;
      this.users.delete(userId);
    }
  }
}

/** What the database answers by itself without looking at every row. */
const isPlain = ({ search, doNotCall, sortBy }: ContactQuery) => search === '' && doNotCall === null && sortBy === 'createdAt';
