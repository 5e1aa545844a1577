import { describe, expect, it } from 'vitest';
import { instantOf, numberOf, textOf } from './fields.ts';
import { endOf, machineOf, stateOf } from './states.ts';

describe('stateOf', () => {
  it.each([
    ['queued', 'queued'],
    ['initiated', 'initiated'],
    ['created', 'initiated'],
    ['ringing', 'ringing'],
    ['in-progress', 'in-progress'],
    ['in_progress', 'in-progress'],
    ['answered', 'in-progress'],
    ['joined', 'in-progress'],
    ['ending', 'in-progress'],
    ['ended', 'disconnected'],
    ['Completed', 'disconnected'],
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['NO_ANSWER', 'no-answer'],
    ['noAnswer', 'no-answer'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['calling', null],
    ['constructor', null],
    [null, null],
    [7, null],
  ])('reads %s as %s', (word, state) => {
    expect(stateOf(word)).toBe(state);
  });
});

describe('endOf', () => {
  it.each([
    ['hangup', 'disconnected'],
    ['max_duration', 'disconnected'],
    ['busy', 'busy'],
    ['decline', 'busy'],
    ['declined', 'busy'],
    ['noAnswer', 'no-answer'],
    ['no_answer', 'no-answer'],
    ['cancel', 'cancelled'],
    ['CANCELED', 'cancelled'],
    ['error', 'failed'],
    ['abandoned', 'failed'],
    ['not_found', 'failed'],
    ['whatever', null],
  ])('reads %s as %s', (word, state) => {
    expect(endOf(word)).toBe(state);
  });
});

describe('machineOf', () => {
  it.each([
    ['human', false],
    ['HUMAN', false],
    ['machine', true],
    ['machine_start', true],
    ['machine_end_beep', true],
    ['machine_end_silence', true],
    ['machine_end_other', true],
    ['MACHINE', true],
    ['fax', true],
    ['CED', true],
    ['unknown', null],
    ['READY', null],
    ['finished', null],
    [null, null],
  ])('reads %s as %s', (word, machine) => {
    expect(machineOf(word)).toBe(machine);
  });
});

describe('what is sent', () => {
  it('takes an instant only with its zone', () => {
    const at = Date.UTC(2026, 8, 1, 9, 30);
    expect(instantOf('Tue, 01 Sep 2026 09:30:00 +0000')).toBe(at);
    expect(instantOf('2026-09-01T09:30:00Z')).toBe(at);
    expect(instantOf('2026-09-01T11:30:00+02:00')).toBe(at);
    expect(instantOf(at / 1000 + 0.25)).toBe(at + 250);
    expect([instantOf('2026-09-01T09:30:00'), instantOf('soon Z'), instantOf(7), instantOf(at), instantOf(null)]).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it('takes numbers and codes in either type', () => {
    expect([numberOf('31'), numberOf(0), numberOf(''), numberOf('x'), numberOf(null), numberOf([])]).toEqual([
      31,
      0,
      null,
      null,
      null,
      null,
    ]);
    expect([textOf(30010), textOf('30010'), textOf(''), textOf({})]).toEqual(['30010', '30010', null, null]);
  });
});
