/**
 * What changed and was not told yet, as ids. However much happens, it stays small: beyond a few hundred ids a fresh snapshot
 * says it better (never an ever longer queue).
 */
import type { Changes, Topic } from '../data/changes.ts';

/** More ids than this become a snapshot. */
export const MOST_CHANGES = 500;

export class Notes {
  readonly campaigns = new Set<string>();
  readonly calls = new Set<string>();
  readonly items = new Set<number>();
  readonly imports = new Set<string>();
  readonly users = new Set<string>();
  readonly topics = new Set<Topic>();
  slots = false;
  problems = false;
  /** A snapshot is told instead of the rest. */
  whole = false;

  /** A snapshot is due. */
  static snapshot(): Notes {
    const notes = new Notes();
    notes.whole = true;
    return notes;
  }

  /** What the engine cannot do has changed. */
  static problems(): Notes {
    const notes = new Notes();
    notes.problems = true;
    return notes;
  }

  /** Whether anything is here that a stream tells. What only the dialer hears of is not. */
  get empty(): boolean {
    const { campaigns, calls, items, imports, users, topics } = this;
    return !(
      this.whole ||
      this.slots ||
      this.problems ||
      campaigns.size ||
      calls.size ||
      items.size ||
      imports.size ||
      users.size ||
      topics.size
    );
  }

  add(
    more: Pick<Changes, 'campaigns' | 'calls' | 'items' | 'imports' | 'users' | 'topics' | 'slots'> & {
      problems?: boolean;
      whole?: boolean;
    },
  ): void {
    this.slots ||= more.slots;
    this.problems ||= more.problems ?? false;
    this.whole ||= more.whole ?? false;
    for (const id of more.users) this.users.add(id);
    for (const topic of more.topics) this.topics.add(topic);
    if (this.whole) return this.forget();
    for (const name of ['campaigns', 'calls', 'items', 'imports'] as const) {
      const own = this[name] as Set<string | number>;
      for (const id of more[name]) own.add(id);
    }
    if (this.campaigns.size + this.calls.size + this.items.size + this.imports.size > MOST_CHANGES) {
      this.whole = true;
      this.forget();
    }
  }

  private forget(): void {
    for (const ids of [this.campaigns, this.calls, this.items, this.imports]) ids.clear();
  }
}
