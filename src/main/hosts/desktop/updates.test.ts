import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../ports/host.ts';
import { mayAskToUpdate, Updates } from './updates.ts';

describe('mayAskToUpdate', () => {
  it.each([
    [{ isCalling: false, callsUp: 0, isFinishing: false }, true],
    [{ isCalling: true, callsUp: 0, isFinishing: false }, false],
    [{ isCalling: false, callsUp: 1, isFinishing: false }, false],
    [{ isCalling: false, callsUp: 0, isFinishing: true }, false],
  ])('%j → %s', (now, may) => {
    expect(mayAskToUpdate(now)).toBe(may);
  });
});

const FEED = 'https://updates.example.com/';

function updates({ feed = FEED, found = '9.9.9', answers = [true, true], meanwhile = (_asked: string) => {} } = {}) {
  const done: string[] = [];
  const timers: (() => void)[] = [];
  const now = { feed, mayAsk: true };
  const part = new Updates({
    feed: () => now.feed,
    source: {
      check: async (at) => {
        done.push(`look ${at}`);
        return found === '' ? null : found;
      },
      download: async () => void done.push('download'),
      install: () => void done.push('install'),
    },
    mayAsk: () => now.mayAsk,
    ask: async ({ message }) => {
      done.push(message);
      meanwhile(message);
      return answers.shift() ?? false;
    },
    endWith(install) {
      done.push('end');
      install();
    },
    after(_ms, run) {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    log: silentLogger,
  });
  const settled = () => new Promise((go) => setImmediate(go));
  const timeGoesBy = async () => {
    for (const run of timers.splice(0)) run();
    await settled();
  };
  return { part, done, timers, now, settled, timeGoesBy };
}

describe('Updates', () => {
  it('look nowhere until an address is set', async () => {
    const { part, done, timers, now, timeGoesBy } = updates({ feed: '' });
    expect(timers).toEqual([]);
    now.feed = FEED;
    part.settle();
    await timeGoesBy();
    expect(done[0]).toBe(`look ${FEED}`);
  });

  it('ask before they fetch, ask before they install, and end the program in order first', async () => {
    const { done, timeGoesBy } = updates();
    await timeGoesBy();
    const asked = ['Ringmaster 9.9.9 is there', 'download', 'Install Ringmaster 9.9.9 now?'];
    expect(done).toEqual([`look ${FEED}`, ...asked, 'end', 'install']);
  });

  it('ask nobody in a campaign’s window, and once it is over', async () => {
    const { part, done, now, settled, timeGoesBy } = updates();
    now.mayAsk = false;
    await timeGoesBy();
    expect(done).toEqual([`look ${FEED}`]);
    now.mayAsk = true;
    part.soon();
    await settled();
    expect(done).toContain('install');
  });

  it('fetch nothing where the answer is “later”, and ask again with the next look', async () => {
    const { part, done, timeGoesBy, settled } = updates({ answers: [false, false] });
    await timeGoesBy();
    part.soon();
    await settled();
    expect(done).toEqual([`look ${FEED}`, 'Ringmaster 9.9.9 is there']);
    await timeGoesBy();
    expect(done.slice(2)).toEqual([`look ${FEED}`, 'Ringmaster 9.9.9 is there']);
  });

  it('install nothing where a campaign opened while the question stood', async () => {
    const { part, done, now, settled, timeGoesBy } = updates({
      answers: [true, true, true],
      meanwhile: (message) => void (now.mayAsk = !message.startsWith('Install')),
    });
    await timeGoesBy();
    expect(done.at(-1)).toBe('Install Ringmaster 9.9.9 now?');
    part.soon();
    await settled();
    expect(done).toHaveLength(4);
  });

  it('ask about what is fetched and was put off with the next look, and not before', async () => {
    const { part, done, timeGoesBy, settled } = updates({ answers: [true, false, true] });
    await timeGoesBy();
    part.soon();
    await settled();
    expect(done.slice(3)).toEqual(['Install Ringmaster 9.9.9 now?']);
    await timeGoesBy();
    expect(done.slice(4)).toEqual(['Install Ringmaster 9.9.9 now?', 'end', 'install']);
  });

  it('ask nobody where a campaign opened since anybody told', async () => {
    const { part, done, now, timeGoesBy } = updates();
    part.soon();
    now.mayAsk = false;
    await timeGoesBy();
    expect(done).toEqual([`look ${FEED}`]);
  });

  it('say nothing where there is nothing new', async () => {
    const { done, timeGoesBy } = updates({ found: '' });
    await timeGoesBy();
    expect(done).toEqual([`look ${FEED}`]);
  });
});
