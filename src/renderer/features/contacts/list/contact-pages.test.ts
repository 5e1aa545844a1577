import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../../../shared/contract/contacts.ts';
import { EVERYONE } from './contact-filter.ts';
import { ContactPages, PAGE, type PageAnswer } from './contact-pages.ts';

interface Asked {
  search: string;
  page: number;
  signal: AbortSignal;
  answer: (answer?: Partial<PageAnswer>) => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

let asked: Asked[];
let counts: string[];
let told: number;
let pages: ContactPages;

const settle = () => new Promise<void>((go) => queueMicrotask(() => queueMicrotask(go)));
const rowsOf = (page: number, name = '') =>
  Array.from({ length: PAGE }, (_, place) => ({ id: page * PAGE + place, name }) as unknown as Contact);

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  counts = [];
  told = 0;
  pages = new ContactPages(
    {
      page: ({ search }, page, signal) =>
        new Promise((resolve, reject) => {
          asked.push({
            search,
            page,
            signal,
            async answer(answer = {}) {
              resolve({ contacts: rowsOf(page), total: 1_000, totalIsExact: true, ...answer });
              await settle();
            },
            async fail(error) {
              reject(error);
              await settle();
            },
          });
        }),
      async count({ search }) {
        counts.push(search);
        return 666_666;
      },
    },
    () => {
      told += 1;
    },
  );
});
afterEach(() => vi.useRealTimers());

const open = async (answer: Partial<PageAnswer> = {}) => {
  pages.ask(EVERYONE);
  await asked.at(-1)?.answer(answer);
};

describe('what is in view', () => {
  it('is read with what lies ahead, once, and nothing else', async () => {
    await open();
    expect([pages.total, pages.row(0)?.id, pages.row(PAGE)]).toEqual([1_000, 0, undefined]);
    pages.see(0, 20, false);
    expect(asked).toHaveLength(1);
    pages.see(60, 80, false);
    pages.see(65, 85, false);
    expect(asked.map(({ page }) => page)).toEqual([0, 1]);
    await asked[1]?.answer();
    expect(pages.row(PAGE)?.id).toBe(PAGE);
  });

  it('is read only where the view rests, while one flies through the list', async () => {
    await open({ total: 1_000_000, totalIsExact: true });
    for (const first of [100_000, 400_000, 500_040]) pages.see(first, first + 20, true);
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(asked.map(({ page }) => page)).toEqual([0, 5_000]);
  });

  it('is not waited for any more once it is out of view', async () => {
    await open();
    pages.see(300, 320, false);
    pages.see(800, 820, false);
    expect(asked.slice(1).map(({ page, signal }) => [page, signal.aborted])).toEqual([
      [2, true],
      [3, true],
      [7, false],
      [8, false],
    ]);
  });
});

describe('another list', () => {
  it('takes the place of the one before when its beginning is there, and of two only the later', async () => {
    await open();
    pages.ask({ ...EVERYONE, search: 'a' });
    pages.ask({ ...EVERYONE, search: 'ad' });
    expect([pages.filter?.search, pages.total]).toEqual(['', 1_000]);
    await asked[1]?.answer({ total: 900 });
    expect(pages.total).toBe(1_000);
    await asked[2]?.answer({ total: 7 });
    expect([pages.filter?.search, pages.total]).toEqual(['ad', 7]);
  });

  it('is counted only where the hand rests, while one types', async () => {
    await open();
    for (const search of ['+49', '+493']) {
      pages.ask({ ...EVERYONE, search });
      await asked.at(-1)?.answer({ totalIsExact: false });
    }
    expect(counts).toEqual([]);
    await vi.advanceTimersByTimeAsync(400);
    expect([counts, pages.total]).toEqual([['+493'], 666_666]);
  });

  it('is counted to its end beside, where the answer was not', async () => {
    await open({ total: 10_001, totalIsExact: false });
    await settle();
    expect([counts, pages.total]).toEqual([[''], 666_666]);
    pages.see(60, 80, false);
    await asked[1]?.answer({ total: 10_001, totalIsExact: false });
    expect(pages.total).toBe(666_666);
  });
});

describe('after a change', () => {
  it('reads what is in view again and shows it as it was until then', async () => {
    await open();
    pages.see(0, 20, false);
    pages.refresh();
    expect(pages.row(0)?.id).toBe(0);
    expect(asked.map(({ page }) => page)).toEqual([0, 0]);
    await asked[1]?.answer({ contacts: rowsOf(0, 'new'), total: 990 });
    expect([pages.row(0)?.name, pages.total]).toEqual(['new', 990]);
  });
});

describe('a failure', () => {
  it('is told, leaves what is shown, and is over with the next answer', async () => {
    await open();
    const before = told;
    pages.see(300, 320, false);
    await asked[1]?.fail(new Error('down'));
    expect([pages.error, pages.row(0)?.id, told > before]).toEqual([new Error('down'), 0, true]);
    pages.refresh();
    await asked.at(-1)?.answer();
    expect(pages.error).toBeNull();
  });
});
