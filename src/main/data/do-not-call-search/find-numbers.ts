/**
 * A page of the do-not-call list or of a search in it, and how many there are. The first of those that a search finds are kept until
 * the list changes: its pages are asked for one after another, and each would look at every number again.
 */
import { KeptLately } from '../kept-lately.ts';
import type { NumbersAsked, NumbersFound } from './messages.ts';
import type { Numbers } from './numbers.ts';

/** One person looks at a search or two, and a few people at once. */
const MOST_SEARCHES = 8;
/** So many are kept even where fewer are counted: a hundred of the longest pages. */
const REACH = 20_000;

export class FoundLately {
  readonly reach: number;
  private readonly searches = new KeptLately<string[]>(MOST_SEARCHES);

  constructor(reach = REACH) {
    this.reach = reach;
  }

  /** The list changed. */
  forget(): void {
    this.searches.forget();
  }

  /** The first of those that a search finds, `upTo` of them. @param again finds them. */
  first(search: string, upTo: number, again: () => string[]): string[] {
    const key = JSON.stringify([search, upTo]);
    const phones = this.searches.get(key) ?? again();
    this.searches.put(key, phones);
    return phones;
  }
}

/** @param lately what was found for the questions before; none where the list is so short that it is looked at each time. */
export function findNumbers(numbers: Numbers, { search, offset, limit, most }: NumbersAsked, lately?: FoundLately): NumbersFound {
  if (search === '') return { phones: numbers.find(search, offset, limit), total: numbers.count(most) };
  const upTo = Math.max(most, lately?.reach ?? 0);
  const again = () => numbers.find(search, 0, upTo);
  const first = lately?.first(search, upTo, again) ?? again();
  const reaches = first.length < upTo || offset + limit <= upTo;
  const phones = reaches ? first.slice(offset, offset + limit) : numbers.find(search, offset, limit);
  return { phones, total: Math.min(first.length, most) };
}
