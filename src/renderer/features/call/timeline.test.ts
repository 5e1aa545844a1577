import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 18, 14, 3, seconds));
const told = { hungUpBy: null, duration: null, answeredByMachine: null, outcome: null, reason: null };
const lines = (call: Parameters<typeof timelineOf>[0]) =>
  timelineOf(call, 'America/New_York').map(({ time, word, note }) => `${time} ${word}: ${note}`);

describe('timelineOf', () => {
  it('tells a conversation from the dial to its result', () => {
    const stages = [
      { stage: 'dialing' as const, at: at(8) },
      { stage: 'ringing' as const, at: at(11) },
      { stage: 'in-progress' as const, at: at(16) },
      { stage: 'disconnected' as const, at: at(88) },
      { stage: 'completed' as const, at: at(91) },
    ];
    expect(lines({ ...told, stages, hungUpBy: 'contact', duration: 72, outcome: 'completed' })).toEqual([
      '09:03:08 Dialed: ',
      '09:03:11 Ringing: ',
      '09:03:16 Answered: after 8 s',
      '09:04:28 Line down: the contact hung up, talked 1:12',
      '09:04:31 Completed: ',
    ]);
  });

  it('tells who hung up at the end where the line has no stage of its own, and why it failed', () => {
    const stages = [
      { stage: 'dialing' as const, at: at(8) },
      { stage: 'busy' as const, at: at(12) },
    ];
    expect(lines({ ...told, stages, hungUpBy: 'network', outcome: 'busy', reason: 'user busy' })).toEqual([
      '09:03:08 Dialed: ',
      '09:03:12 Busy: the network ended it, user busy',
    ]);
  });

  it('calls the end what it counts as', () => {
    const stages = [{ stage: 'completed' as const, at: at(8) }];
    expect(lines({ ...told, stages, outcome: 'no-answer' })).toEqual(['09:03:08 No answer: ']);
  });
});
