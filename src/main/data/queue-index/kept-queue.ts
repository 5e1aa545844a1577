/**
 * The queue as it is kept in memory: read when somebody first asks, a piece at a time, and brought up to what was committed before
 * each answer. Names come when they are first asked for.
 */
import { QueueColumns } from './columns.ts';
import { findItems, needsNames } from './find-items.ts';
import type { QueueFound, QueueNews, QueueQuestion, QueueRange } from './messages.ts';
import { QueueNames } from './names.ts';
import { type Rows, ROWS } from './read-rows.ts';
import { WalkedLately } from './walked-lately.ts';

export class KeptQueue {
  private readonly rows: Rows;
  private readonly nextTurn: () => Promise<void>;
  private readonly columns = new QueueColumns();
  private reading: Promise<void> | null = null;
  private isRead = false;
  private names: { of: QueueNames; reading: Promise<void>; isRead: boolean } | null = null;
  private readonly changedItems = new Set<number>();
  private readonly changedContacts = new Set<number>();
  /** Contacts of items that came since the names are there: theirs may be missing. */
  private readonly newContacts = new Set<number>();
  private readonly lately = new WalkedLately();
  private campaigns: readonly string[] = [];

  constructor(rows: Rows, nextTurn: () => Promise<void>) {
    this.rows = rows;
    this.nextTurn = nextTurn;
  }

  /** Takes note of what was committed; to be told in order. */
  hear({ items, contacts, everyContact }: QueueNews): void {
    for (const id of items) this.changedItems.add(id);
    if (this.names) for (const id of contacts) this.changedContacts.add(id);
    if (everyContact) this.names = null;
  }

  /** Brings up what is kept to what was told: for much news between two questions. */
  settle(): void {
    if (this.isRead) this.catchUp();
  }

  async find(query: QueueQuestion, range: QueueRange): Promise<QueueFound> {
    await (this.reading ??= this.readItems());
    while (needsNames(query) && this.names?.isRead !== true) await (this.names ??= this.beginNames()).reading;
    this.catchUp();
    const campaigns = this.openCampaigns();
    return findItems({ columns: this.columns, names: this.names?.of ?? null, campaigns, lately: this.lately }, query, range);
  }

  /** Ids of those that are not deleted. */
  private openCampaigns(): readonly string[] {
    const campaigns = this.rows.campaigns();
    if (campaigns.length !== this.campaigns.length || campaigns.some((id, i) => id !== this.campaigns[i])) this.lately.forget();
    this.campaigns = campaigns;
    return campaigns;
  }

  private async readItems(): Promise<void> {
    try {
      while (this.readSomeItems()) await this.nextTurn();
      this.isRead = true;
    } catch (error) {
      // Told to whoever waits; the next one who asks begins anew.
      this.reading = null;
      throw error;
    }
  }

  /** @returns whether there may be more. */
  private readSomeItems(): boolean {
    const items = this.rows.itemsAfter(this.columns.lastId);
    if (items.length > 0) this.lately.forget();
    for (const item of items) this.columns.put(item);
    if (this.names) for (const item of items) this.newContacts.add(item[3]);
    return items.length === ROWS;
  }

  private beginNames() {
    const begun = { of: new QueueNames(), reading: Promise.resolve(), isRead: false };
    this.changedContacts.clear();
    this.newContacts.clear();
    begun.reading = this.readNames(begun).catch((error: unknown) => {
      if (this.names === begun) this.names = null;
      throw error;
    });
    return begun;
  }

  private async readNames(begun: { of: QueueNames; isRead: boolean }): Promise<void> {
    for (;;) {
      const names = this.rows.namesAfter(begun.of.lastId);
      for (const name of names) begun.of.put(name);
      if (names.length < ROWS) break;
      await this.nextTurn();
    }
    begun.isRead = true;
  }

  private catchUp(): void {
    if (this.changedItems.size > 0) this.readChangedItems();
    while (this.readSomeItems()) {
      // On to the next piece.
    }
    if (this.names?.isRead) this.readChangedNames(this.names.of);
  }

  private readChangedItems(): void {
    // New ones among them come with the others, by their ids.
    const changed = [...this.changedItems].filter((id) => id <= this.columns.lastId);
    this.changedItems.clear();
    if (changed.length === 0) return;
    this.lately.forget();
    for (const id of changed) this.columns.remove(id);
    for (const item of this.rows.itemsById(changed)) {
      this.columns.put(item);
      if (this.names) this.newContacts.add(item[3]);
    }
  }

  private readChangedNames(names: QueueNames): void {
    const changed = [...this.changedContacts].filter((id) => names.knows(id));
    const missing = [...this.newContacts].filter((id) => !names.knows(id));
    this.changedContacts.clear();
    this.newContacts.clear();
    if (changed.length + missing.length === 0) return;
    this.lately.forget();
    for (const name of this.rows.namesById([...changed, ...missing])) names.put(name);
    names.compact();
  }
}
