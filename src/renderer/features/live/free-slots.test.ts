import { describe, expect, it } from 'vitest';
import type { LiveBoard } from '../../../shared/contract/board.ts';
import type { Concurrency } from '../../../shared/contract/settings.ts';
import { callsUp } from '../../words/live.ts';
import { freeSlots } from './free-slots.ts';

const slots = (own: [up: number, limit: number], system: [up: number, limit: number]): Concurrency => ({
  userActive: own[0],
  userLimit: own[1],
  userAvailable: Math.max(0, own[1] - own[0]),
  systemActive: system[0],
  systemLimit: system[1],
  systemAvailable: Math.max(0, system[1] - system[0]),
});
const board = (waiting: Partial<LiveBoard['waiting']>, users: [up: number, limit: number, waiting: number][] = [[0, 2, 5]]) => ({
  waiting: { total: 5, dueSoon: 0, dueSoonIsExact: true, paused: 0, drafts: 0, ...waiting },
  users: users.map(([up, limit, n], i) => ({ userId: String(i), name: String(i), up, limit, waiting: n, turns: 0 })),
});

describe('freeSlots', () => {
  it('fills ten rows with calls and free slots, and says how many more there are', () => {
    const of = (up: number, limit: number) => freeSlots(slots([up, limit], [up, limit]), up, board({}), true);
    expect([of(7, 10), of(0, 40), of(12, 14), of(10, 10)].map(({ rows, more }) => [rows, more])).toEqual([
      [3, 0],
      [10, 30],
      [1, 1],
      [0, 0],
    ]);
  });

  it.each([
    ['the next call takes it', slots([1, 2], [1, 10]), board({}), false, callsUp.takenNext],
    ['the own limit is 0', slots([0, 0], [1, 10]), board({}), false, callsUp.ownLimitZero],
    ['the system’s limit is 0', slots([0, 2], [0, 0]), board({}), false, callsUp.systemLimitZero],
    ['the system is full', slots([0, 2], [10, 10]), board({}), false, callsUp.systemFull(10)],
    ['all is in use', slots([2, 2], [2, 10]), board({}), false, callsUp.noSlot],
    ['nobody waits', slots([0, 2], [0, 10]), board({ total: 0 }), false, callsUp.nobodyWaits],
    ['all are paused', slots([0, 2], [0, 10]), board({ paused: 3, drafts: 2 }), false, callsUp.allPaused],
    [
      'each who has people waiting is full',
      slots([0, 2], [4, 10]),
      board({}, [
        [2, 2, 5],
        [0, 2, 0],
      ]),
      true,
      callsUp.everyoneFull,
    ],
    [
      'somebody is not full',
      slots([0, 2], [4, 10]),
      board({}, [
        [2, 2, 5],
        [1, 2, 1],
      ]),
      true,
      callsUp.takenNext,
    ],
    ['the board is not read yet', slots([0, 2], [0, 10]), null, true, ''],
  ])('says why: %s', (_what, given, told, everyone, note) => {
    expect(freeSlots(given, given.systemActive, told, everyone).note).toBe(note);
  });
});
