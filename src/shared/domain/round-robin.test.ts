import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateSlots, dealSlots, type UserInTurn } from './round-robin.ts';

const user = (userId: string, given: Partial<UserInTurn> = {}): UserInTurn => ({
  userId,
  lastTurn: null,
  freeSlots: 2,
  callable: 100,
  ...given,
});
const who = (freeSystemSlots: number, users: UserInTurn[]) =>
  allocateSlots({ freeSystemSlots, users, nextTurn: 50 }).map((turn) => turn.userId);

describe('allocateSlots', () => {
  it('gives the first slot to who never had one, then to the oldest turn', () => {
    expect(who(3, [user('a', { lastTurn: 9 }), user('b', { lastTurn: 4 }), user('c')])).toEqual(['c', 'b', 'a']);
  });

  it('goes another round while slots remain, and no further than each user’s own limit', () => {
    expect(who(10, [user('a', { freeSlots: 1 }), user('b', { freeSlots: 3 }), user('c')])).toEqual(['a', 'b', 'c', 'b', 'c', 'b']);
  });

  it('numbers the turns on, without a gap', () => {
    expect(allocateSlots({ freeSystemSlots: 2, users: [user('a'), user('b')], nextTurn: 50 })).toEqual([
      { userId: 'a', turn: 50 },
      { userId: 'b', turn: 51 },
    ]);
  });

  it('takes no turn of a user with nothing callable, with a full limit, or with one that was lowered', () => {
    expect(
      who(5, [user('a', { callable: 0 }), user('b', { freeSlots: 0 }), user('c', { freeSlots: -3 }), user('d', { callable: 1 })]),
    ).toEqual(['d']);
  });

  it('gives nothing where the system is full or switched off', () => {
    expect([who(0, [user('a')]), who(-2, [user('a')])]).toEqual([[], []]);
  });

  // Complaint 21: one big list starves the others.
  it('lets one with a single item in within one round of one with 10,000', () => {
    const busy = user('a', { callable: 10_000, freeSlots: 10, lastTurn: 1 });
    expect(who(2, [busy, user('b', { callable: 1, lastTurn: 2 })])).toEqual(['a', 'b']);
  });

  it('never deals more than is free or callable, whatever the users', () => {
    const any = fc.record({ freeSlots: fc.integer({ min: -2, max: 5 }), callable: fc.nat(6), lastTurn: fc.option(fc.nat(40)) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), fc.nat(20), (some, freeSystemSlots) => {
        const users = some.map((given, i) => user(`user_${i}`, given));
        const dealt = who(freeSystemSlots, users);
        const rooms = users.map((one) => Math.max(0, Math.min(one.freeSlots, one.callable)));
        users.forEach((one, i) => expect(dealt.filter((id) => id === one.userId).length).toBeLessThanOrEqual(rooms[i] ?? 0));
        expect(dealt.length).toBe(
          Math.min(
            freeSystemSlots,
            rooms.reduce((sum, room) => sum + room, 0),
          ),
        );
      }),
    );
  });

  it('keeps the turns of users who stay eligible within one of each other, in any stretch of any passes', () => {
    const start = fc.uniqueArray(fc.nat(1_000), { minLength: 2, maxLength: 8 });
    const passes = fc.array(fc.nat(12), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(start, passes, fc.nat(40), fc.nat(40), (lastTurns, freeInPass, from, length) => {
        const users = lastTurns.map((lastTurn, i) => user(`user_${i}`, { lastTurn, freeSlots: 1_000, callable: 1_000 }));
        const sequence: string[] = [];
        let nextTurn = 1_001;
        for (const freeSystemSlots of freeInPass) {
          const turns = allocateSlots({ freeSystemSlots, users, nextTurn });
          nextTurn += turns.length;
          for (const { userId, turn } of turns) {
            sequence.push(userId);
            for (const one of users) if (one.userId === userId) one.lastTurn = turn;
          }
        }
        const stretch = sequence.slice(from, from + length);
        const counts = users.map((one) => stretch.filter((id) => id === one.userId).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves those who drop out and come back where they were: no turn is lost', () => {
    const away = user('a', { lastTurn: 1, callable: 0 });
    const there = user('b', { lastTurn: 2, freeSlots: 10 });
    const [last] = allocateSlots({ freeSystemSlots: 5, users: [away, there], nextTurn: 3 }).toReversed();
    expect(
      who(1, [
        { ...away, callable: 1 },
        { ...there, lastTurn: last?.turn ?? null },
      ]),
    ).toEqual(['a']);
  });
});

describe('dealSlots', () => {
  it('asks a user no more for whom there was nothing, and gives the slot to the next', () => {
    const asked: string[] = [];
    const users = ['a', 'b'].map((userId) => ({ userId, freeSlots: 2 }));
    const dealt = dealSlots(3, users, (userId) => {
      asked.push(userId);
      return userId === 'b';
    });
    expect([dealt, asked]).toEqual([2, ['a', 'b', 'b']]);
  });
});
