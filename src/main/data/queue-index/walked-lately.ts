/**
 * What was found for the last few questions, as long as nothing of it changed: the pages of a list are asked for one after another,
 * and each would walk over all items again. Knows neither columns nor filters.
 */
import { KeptLately } from '../kept-lately.ts';
import type { QueueQuestion } from './messages.ts';

/** The first of those that match, in their order. */
export interface Walk {
  ids: readonly number[];
  /** How many match in all. */
  total: number;
  /** How many of them stand behind the place where the walk began; all, where it began before the first. */
  behind: number;
}

/** One person looks at a list or two, and a few people at once. */
const MOST_WALKS = 8;
/** A walk keeps so many more than were asked for, for the pages to come. */
const LEAST_IDS = 2_000;
const MOST_IDS = 50_000;

export class WalkedLately {
  private readonly walks = new KeptLately<Walk>(MOST_WALKS);

  /** Something changed. */
  forget(): void {
    this.walks.forget();
  }

  /** A walk from the first item over `most` of them or more. @param again makes one. */
  first(query: QueueQuestion, most: number, again: (most: number) => Walk): Walk {
    if (most > MOST_IDS) return again(most);
    const key = JSON.stringify(query);
    const known = this.walks.get(key);
    const reaches = known !== undefined && (known.ids.length >= most || known.ids.length === known.total);
    const walk = reaches ? known : again(Math.min(MOST_IDS, Math.max(LEAST_IDS, 2 * most)));
    this.walks.put(key, walk);
    return walk;
  }

  /** Where an item stands in the walk that is kept, from 0; -1 where it does not, or where there is none. */
  placeOf(query: QueueQuestion, id: number): number {
    return this.walks.get(JSON.stringify(query))?.ids.indexOf(id) ?? -1;
  }
}
