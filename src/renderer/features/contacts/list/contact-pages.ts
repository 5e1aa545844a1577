/**
 * The contacts of the list that are known here: pages of a long list, read as they come into view, the rest of it unread.
 *
 * What is shown stays until what was asked for next is there, so that nothing flickers while one types. After something changed the
 * pages in view are read again; those out of view are forgotten when they would be shown. No React in it.
 */
import { ofReading } from '../../../app/connection/told.ts';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import type { ContactFilter } from './contact-filter.ts';

export const PAGE = 100;
/** While one scrolls fast, a page is read only where the view rests. */
const RESTS_MS = 60;
/** While one types, what most people match is counted to its end only where the hand rests: counts would wait for each other. */
const COUNTED_AFTER_MS = 400;
/** Rows that are read ahead of the view. */
const AHEAD = 30;
const MOST_PAGES = 120;

export interface PageAnswer {
  contacts: Contact[];
  total: number;
  totalIsExact: boolean;
}

export interface PageSource {
  page: (filter: ContactFilter, page: number, signal: AbortSignal) => Promise<PageAnswer>;
  /** Exactly how many match. */
  count: (filter: ContactFilter, signal: AbortSignal) => Promise<number>;
}

interface Page {
  rows: readonly Contact[];
  isStale: boolean;
}

interface List {
  filter: ContactFilter;
  pages: Map<number, Page>;
  total: number;
}

export class ContactPages {
  private readonly source: PageSource;
  private readonly told: () => void;
  private shown: List | null = null;
  private asked: ContactFilter | null = null;
  private failure: unknown = null;
  private readonly reading = new Map<number, AbortController>();
  private counting: AbortController | null = null;
  private countingSoon: ReturnType<typeof setTimeout> | null = null;
  private next: AbortController | null = null;
  private view: [first: number, last: number] = [0, 0];
  private resting: ReturnType<typeof setTimeout> | null = null;

  /** @param told called when something is to be shown anew. */
  constructor(source: PageSource, told: () => void) {
    this.source = source;
    this.told = told;
  }

  /** How many rows the list has; null until the first answer. */
  get total(): number | null {
    return this.shown?.total ?? null;
  }

  /** What is shown was found by this; differs from what was asked for until that is there. */
  get filter(): ContactFilter | null {
    return this.shown?.filter ?? null;
  }

  get error(): unknown {
    return this.failure;
  }

  row(index: number): Contact | undefined {
    return this.shown?.pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** Shows another list, once its beginning is there. */
  ask(filter: ContactFilter): void {
    this.asked = filter;
    this.next?.abort();
    this.stopCounting();
    const stop = new AbortController();
    this.next = stop;
    this.source.page(filter, 0, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        this.next = null;
        this.stopReading();
        this.failure = null;
        this.shown = { filter, pages: new Map([[0, { rows: answer.contacts, isStale: false }]]), total: answer.total };
        this.view = [0, 0];
        this.count(answer);
        this.told();
      },
      (error: unknown) => !stop.signal.aborted && this.fail(error),
    );
  }

  /** These rows are in view. @param isFlying they are passed by, the view does not rest on them. */
  see(first: number, last: number, isFlying: boolean): void {
    this.view = [first, last];
    if (this.resting) clearTimeout(this.resting);
    this.resting = null;
    if (isFlying) this.resting = setTimeout(() => this.readView(), RESTS_MS);
    else this.readView();
  }

  /** Something changed: what is in view is read again. */
  refresh(): void {
    if (this.next !== null || this.shown === null) {
      if (this.asked) this.ask(this.asked);
      return;
    }
    for (const page of this.shown.pages.values()) page.isStale = true;
    for (const [at, { signal }] of this.reading) if (!signal.aborted) this.drop(at);
    this.readView();
  }

  /** Forgets it all and stops what is under way. */
  close(): void {
    this.next?.abort();
    this.stopReading();
    if (this.resting) clearTimeout(this.resting);
  }

  private readView(): void {
    if (!this.shown) return;
    const [first, last] = this.view;
    const from = Math.max(0, Math.floor((first - AHEAD) / PAGE));
    const to = Math.floor(Math.min(last + AHEAD, Math.max(0, this.shown.total - 1)) / PAGE);
    for (const at of this.reading.keys()) if (at < from || at > to) this.drop(at);
    for (let at = from; at <= to; at += 1) {
      const page = this.shown.pages.get(at);
      if ((!page || page.isStale) && !this.reading.has(at)) this.read(this.shown, at);
    }
  }

  private read(list: List, at: number): void {
    const stop = new AbortController();
    this.reading.set(at, stop);
    this.source.page(list.filter, at, stop.signal).then(
      (answer) => {
        if (stop.signal.aborted || this.shown !== list) return;
        this.reading.delete(at);
        this.failure = null;
        list.pages.delete(at);
        list.pages.set(at, { rows: answer.contacts, isStale: false });
        this.forgetFar(list);
        this.count(answer);
        this.told();
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        this.reading.delete(at);
        this.fail(error);
      },
    );
  }

  /** What an answer says of the whole list; where it counted no further than it must, the rest is counted beside. */
  private count({ total, totalIsExact }: PageAnswer): void {
    const list = this.shown;
    if (!list) return;
    this.stopCounting();
    if (totalIsExact) {
      list.total = total;
      return;
    }
    list.total = Math.max(list.total, total);
    const stop = new AbortController();
    this.counting = stop;
    const count = () =>
      this.source.count(list.filter, stop.signal).then(
        (exactly) => {
          if (stop.signal.aborted || this.shown !== list) return;
          list.total = exactly;
          this.told();
        },
        // The next answer counts again.
        () => undefined,
      );
    if (list.filter.search.trim() === '') void count();
    else this.countingSoon = setTimeout(() => void count(), COUNTED_AFTER_MS);
  }

  private stopCounting(): void {
    this.counting?.abort();
    this.counting = null;
    if (this.countingSoon) clearTimeout(this.countingSoon);
    this.countingSoon = null;
  }

  private forgetFar(list: List): void {
    for (const at of list.pages.keys()) {
      if (list.pages.size <= MOST_PAGES) return;
      list.pages.delete(at);
    }
  }

  private fail(error: unknown): void {
    this.failure = ofReading(error);
    this.told();
  }

  private drop(at: number): void {
    this.reading.get(at)?.abort();
    this.reading.delete(at);
  }

  private stopReading(): void {
    for (const at of this.reading.keys()) this.drop(at);
    this.stopCounting();
  }
}
