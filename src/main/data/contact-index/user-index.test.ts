import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, searchedDigits } from '../../../shared/domain/fold-text.ts';
import type { ContactLine } from './columns.ts';
import { COUNTED_TO, type ContactQuery, type ContactSort } from './messages.ts';
import { UserIndex } from './user-index.ts';

interface Person {
  name: string;
  email: string;
  company: string;
  phone: string;
  updatedAt: number;
  talkedAt: number;
}

const person = (fields: Partial<Person> = {}): Person => ({
  name: '',
  email: '',
  company: '',
  phone: '4930234567',
  updatedAt: 0,
  talkedAt: 0,
  ...fields,
});
const lineOf = (id: number, { name, email, company, phone, updatedAt, talkedAt }: Person): ContactLine => ({
  id,
  text: `${name}\n${email}\n${company}\n${phone}\n`,
  updatedAt,
  talkedAt,
});
const query = (given: Partial<ContactQuery> = {}): ContactQuery => ({
  userId: 'user_1',
  search: '',
  doNotCall: null,
  sortBy: 'createdAt',
  sortDir: 'asc',
  ...given,
});
const all = { offset: 0, limit: 1_000_000, countAll: true };

function indexOf(...people: Partial<Person>[]): UserIndex {
  const index = new UserIndex();
  index.put(people.map((fields, place) => lineOf(place + 1, person(fields))));
  return index;
}
const found = (index: UserIndex, given: Partial<ContactQuery>, forbidden: number[] = []) => index.find(query(given), all, () => forbidden);

describe('a search', () => {
  it('finds any part of name, address and company, whatever the case and the accents', () => {
    const index = indexOf({ name: 'Zoë Özil' }, { email: 'ada@engine.example' }, { company: '100% Looms' }, { name: 'Else' });
    expect(['ZOE', 'oe oz', 'engine.ex', '100%', '_', 'nobody'].map((search) => found(index, { search }).ids)).toEqual([
      [1],
      [1],
      [2],
      [3],
      [],
      [],
    ]);
  });

  it('finds a number by its digits however it is typed, and no other figures by them', () => {
    const index = indexOf({ phone: '442079460958' }, { name: '20 7946 in a name', phone: '33612345678' }, { email: 'x207946@example.com' });
    expect(['(0)20 7946', '+44 20-7946', '7946'].map((search) => found(index, { search }).ids)).toEqual([[1], [1], [1, 2, 3]]);
  });

  it('does not reach from one field into the next, nor from one contact into the next', () => {
    const index = indexOf({ name: 'Ada', email: 'b@c.de', phone: '4911' }, { name: 'Bob' });
    expect(['ada b', 'ada\nb', '4911bob', '4911\nbob'].map((search) => found(index, { search }).ids)).toEqual([[], [], [], []]);
  });
});

describe('an answer about very many', () => {
  const MANY = 30_000;
  const index = new UserIndex();
  index.put(Array.from({ length: MANY }, (_, i) => lineOf(i + 1, person({ name: `${i % 2 === 0 ? 'Ada' : 'Bob'} ${MANY - i}` }))));

  it('counts no further than it must, gives the page all the same, and goes on from there', () => {
    const ask = (offset: number) => index.find(query({ search: 'ada', sortDir: 'desc' }), { offset, limit: 3, countAll: false }, () => []);
    expect(ask(0)).toEqual({ ids: [29_999, 29_997, 29_995], total: COUNTED_TO });
    expect(ask(3)).toEqual({ ids: [29_993, 29_991, 29_989], total: COUNTED_TO });
    expect(ask(0).ids).toEqual([29_999, 29_997, 29_995]);
  });

  it('counts them all for whoever asks for all, or for a page far behind', () => {
    const half = MANY / 2;
    expect(index.find(query({ search: 'ada' }), { offset: half - 1, limit: 5, countAll: false }, () => [])).toEqual({
      ids: [29_999],
      total: half,
    });
    expect(index.find(query({ search: 'bob' }), { offset: 0, limit: 0, countAll: true }, () => [])).toEqual({ ids: [], total: half });
  });

  it('is in the order that was asked for, whichever way it was found', () => {
    const names = Array.from({ length: MANY }, (_, i) => ({ id: i + 1, name: `${i % 2 === 0 ? 'Ada' : 'Bob'} ${MANY - i}` }));
    const right = (search: string) =>
      names
        .filter(({ name }) => name.toLowerCase().includes(search))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ id }) => id);
    for (const search of ['ada', 'ada 29']) {
      const byName = index.find(query({ search, sortBy: 'name' }), { offset: 1, limit: 4, countAll: false }, () => []);
      expect(byName.ids).toEqual(right(search).slice(1, 5));
    }
    expect(index.find(query({ search: 'bob', sortBy: 'name' }), all, () => []).ids).toEqual(right('bob'));
  });
});

describe('the do-not-call filter', () => {
  it('takes those on the list or the others, and reads the list again when it changed', () => {
    const index = indexOf({ name: 'Ada' }, { name: 'Bob' }, { name: 'Adam' });
    expect(found(index, { doNotCall: true }, [2]).ids).toEqual([2]);
    expect(found(index, { doNotCall: false, search: 'ada' }, [1]).ids).toEqual([1, 3]);
    index.forgetForbidden();
    expect(found(index, { doNotCall: false, search: 'ada' }, [1]).ids).toEqual([3]);
  });
});

describe('after any changes', () => {
  const words = fc.constantFrom('Ada', 'ada', 'Zoë', 'Bob', 'Bobby', 'Anna-Lena', 'annalen', '', 'Łukasz', '李');
  const aPerson = fc.record({
    name: words,
    email: fc.constantFrom('', 'ada@x.example', 'bob@y.example'),
    company: words,
    phone: fc.integer({ min: 10_000, max: 99_999 }).map(String),
    updatedAt: fc.nat(3),
    talkedAt: fc.nat(3),
  });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('put' as const), id: fc.integer({ min: 1, max: 30 }), person: aPerson }),
    fc.record({ kind: fc.constant('remove' as const), id: fc.integer({ min: 1, max: 30 }) }),
    fc.record({
      kind: fc.constant('ask' as const),
      search: fc.constantFrom('', 'a', 'ad', 'ada', 'zoe', 'bob', 'example', '12', '0 1', 'lena', 'ł'),
      sortBy: fc.constantFrom<ContactSort>('createdAt', 'updatedAt', 'name', 'email', 'company', 'phoneNumber', 'lastConversationAt'),
      sortDir: fc.constantFrom('asc' as const, 'desc' as const),
      doNotCall: fc.constantFrom(null, true, false),
      offset: fc.nat(4),
      countAll: fc.boolean(),
    }),
  );

  it('answers as a plain look at every contact would', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const index = new UserIndex(5);
        const people = new Map<number, Person>();
        const forbidden = [2, 3, 5, 7, 11, 13];
        for (const each of steps) {
          if (each.kind === 'put') {
            people.set(each.id, each.person);
            index.put([lineOf(each.id, each.person)]);
          } else if (each.kind === 'remove') {
            people.delete(each.id);
            index.remove([each.id]);
          } else {
            const { offset, countAll } = each;
            const right = plainly(people, query(each), forbidden);
            const answer = index.find(query(each), { offset, limit: 5, countAll }, () => forbidden);
            expect(answer).toEqual({ ids: right.slice(offset, offset + 5), total: right.length });
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function plainly(people: ReadonlyMap<number, Person>, { search, doNotCall, sortBy, sortDir }: ContactQuery, forbidden: number[]): number[] {
  const text = foldText(search);
  const digits = searchedDigits(search);
  const keyOf = ([id, each]: [number, Person]): number | string => {
    const keys = { ...each, phoneNumber: each.phone, createdAt: id, lastConversationAt: each.talkedAt };
    const key = keys[sortBy];
    return typeof key === 'string' ? foldText(key) : key;
  };
  const compare = (a: number | string, b: number | string) =>
    typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(String(b))) : a - Number(b);
  const matching = [...people].filter(
    ([id, { name, email, company, phone }]) =>
      (doNotCall === null || forbidden.includes(id) === doNotCall) &&
      ([name, email, company, phone].some((field) => foldText(field).includes(text)) || (digits !== '' && phone.includes(digits))),
  );
  const ids = matching.toSorted((a, b) => compare(keyOf(a), keyOf(b)) || a[0] - b[0]).map(([id]) => id);
  return sortDir === 'asc' ? ids : ids.toReversed();
}
