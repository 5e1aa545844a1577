import { describe, expect, it } from 'vitest';
import { type QuitAnswer, type QuitQuestion, quitQuestion } from './quit-question.ts';
import { Quitting } from './quitting.ts';

describe('quitQuestion', () => {
  it.each([
    [0, 0, null, []],
    [1, 0, '1 call is up. Quit Ringmaster?', ['Keep running', 'Finish first', 'Leave running']],
    [2, 2, '2 calls are up. Quit Ringmaster?', ['Keep running', 'Finish first', 'Leave running', 'Hang up and quit']],
    [3, 1, '3 calls are up. Quit Ringmaster?', ['Keep running', 'Finish first', 'Leave running', 'Hang up 1 and quit']],
  ])('%i up, %i of them to be ended', (up, hangable, message, labels) => {
    const question = quitQuestion(up, hangable);
    expect(question?.message ?? null).toBe(message);
    expect(question?.answers.map(({ label }) => label) ?? []).toEqual(labels);
  });

  it('says what would go on', () => {
    expect(quitQuestion(3, 1)?.detail).toContain('2 calls cannot be hung up from here');
    expect(quitQuestion(2, 2)?.detail).not.toContain('cannot be hung up');
  });
});

/** Somebody quits with so many calls up and answers so. */
function quits(answer: QuitAnswer, callsUp = 2) {
  const done: string[] = [];
  const asked: QuitQuestion[] = [];
  const timers: (() => void)[] = [];
  const now = { callsUp };
  const quitting = new Quitting({
    callsUp: () => now.callsUp,
    hangable: () => now.callsUp,
    ask: async (question) => {
      asked.push(question);
      return answer;
    },
    hold: () => void done.push('hold'),
    wake: () => void done.push('wake'),
    hangUp: async () => void done.push('hang up'),
    quit: () => void done.push('quit'),
    changed() {},
    after(_ms, run) {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
  });
  const mayQuit = quitting.mayQuit();
  const goes = (n: number) => {
    now.callsUp = n;
    quitting.look();
  };
  const settled = () => new Promise((go) => setImmediate(go));
  return { quitting, mayQuit, done, asked, goes, settled, timers };
}

describe('Quitting', () => {
  it('asks nothing while no call is up', () => {
    const { mayQuit, asked, quitting } = quits('stay', 0);
    expect([mayQuit, asked, quitting.isGoing]).toEqual([true, [], true]);
  });

  it('stays as it was where somebody wants that, and asks again the next time', async () => {
    const { mayQuit, quitting, done, asked, settled } = quits('stay');
    await settled();
    expect([mayQuit, done, quitting.isGoing]).toEqual([false, [], false]);
    quitting.mayQuit();
    expect(asked).toHaveLength(2);
  });

  it('asks once, however often somebody wants to quit meanwhile', () => {
    const { quitting, asked } = quits('stay');
    expect([quitting.mayQuit(), quitting.mayQuit(), asked.length]).toEqual([false, false, 1]);
  });

  it('finishes first: no new call, and quits with the last', async () => {
    const { quitting, done, goes, settled } = quits('finish');
    await settled();
    expect([done, quitting.isFinishing]).toEqual([['hold'], true]);
    goes(1);
    expect(done).toEqual(['hold']);
    goes(0);
    expect([done, quitting.mayQuit()]).toEqual([['hold', 'quit'], true]);
  });

  it('goes on dialing where somebody thinks better of it', async () => {
    const { quitting, done, goes, settled } = quits('finish');
    await settled();
    quitting.stay();
    goes(0);
    expect([done, quitting.isFinishing]).toEqual([['hold', 'wake'], false]);
  });

  it('holds on while the computer wakes up', async () => {
    const { quitting, done, settled } = quits('finish');
    await settled();
    quitting.holdAgain();
    expect(done).toEqual(['hold', 'hold']);
    quitting.stay();
    quitting.holdAgain();
    expect(done).toEqual(['hold', 'hold', 'wake']);
  });

  it('leaves them running', async () => {
    const { quitting, done, settled } = quits('leave');
    await settled();
    // Somebody is there: what is typed and not saved is still asked about.
    expect([done, quitting.isGoing, quitting.isOrdered]).toEqual([['quit'], true, false]);
  });

  it('hangs up and quits when they are over', async () => {
    const { done, goes, settled, timers } = quits('hang-up');
    await settled();
    expect(done).toEqual(['hold', 'hang up']);
    goes(0);
    expect([done, timers]).toEqual([['hold', 'hang up', 'quit'], []]);
  });

  it('does not wait for ever for calls that cannot be hung up', async () => {
    const { done, settled, timers } = quits('hang-up');
    await settled();
    timers[0]!();
    expect(done).toEqual(['hold', 'hang up', 'quit']);
  });
});
