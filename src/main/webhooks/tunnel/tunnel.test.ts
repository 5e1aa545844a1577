import { describe, expect, it } from 'vitest';
import { seededIds } from '../../../../tests/helpers/seeded-ids.ts';
import { VirtualClock } from '../../../../tests/helpers/virtual-clock.ts';
import { DEFAULT_TUNNEL, type TunnelKind } from '../../../shared/domain/tunnel-settings.ts';
import { silentLogger } from '../../ports/host.ts';
import type { TunnelState } from '../../ports/tunnel.ts';
import { lasting, type OpenParts, type OpenTunnel, passing } from './open-tunnel.ts';
import { Tunnel } from './tunnel.ts';

const WORD = 'this-run';

/** A stand-in of a kind of tunnel: opens as it is told, and can be lost. */
class Opener {
  /** What each opening does: an address, an error, or null for no answer ever. The last one holds on. */
  plan: (string | Error | null)[] = ['https://one.example.com'];
  openings: OpenParts[] = [];
  closings = 0;
  /** Most tunnels open at one time. */
  mostOpen = 0;
  private isOpen = 0;
  private lose: (reason: string) => void = () => {};

  readonly open = (parts: OpenParts): Promise<OpenTunnel> => {
    const answer = this.plan[Math.min(this.openings.length, this.plan.length - 1)] ?? null;
    this.openings.push(parts);
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer === null)
      return new Promise((_, fail) => parts.signal.addEventListener('abort', () => fail(passing('stopped', 'Stopped.'))));
    this.isOpen += 1;
    this.mostOpen = Math.max(this.mostOpen, this.isOpen);
    return Promise.resolve({
      publicUrl: answer,
      closed: new Promise<string>((done) => (this.lose = done)),
      close: () => {
        this.closings += 1;
        this.isOpen -= 1;
        return Promise.resolve();
      },
    });
  };

  lost(reason: string): void {
    this.lose(reason);
  }
}

function aTunnel(kind: TunnelKind = 'ssh') {
  const clock = new VirtualClock();
  const opener = new Opener();
  const world = { kind, answer: (() => Response.json({ instance: WORD })) as () => Response | Promise<Response>, asked: [] as string[] };
  const states: string[] = [];
  const tunnel = new Tunnel({
    clock,
    ids: { ...seededIds(), random: () => 0 },
    log: silentLogger,
    settings: () => ({ ...DEFAULT_TUNNEL, kind: world.kind }),
    secrets: { ngrokToken: () => null, sshPassword: () => null, sshPassphrase: () => null, cloudflaredToken: () => null },
    local: { port: 1, take() {}, instance: WORD },
    fetch: (request) => {
      world.asked.push(request.url);
      return Promise.resolve(world.answer());
    },
    knownHosts: { read: () => null, keep() {} },
    openers: { address: opener.open, ngrok: opener.open, ssh: opener.open, cloudflared: opener.open },
  });
  tunnel.onChange((state) => states.push(told(state)));
  return { clock, opener, world, states, tunnel };
}

/** A state as one line: what it is, where or why, and for `down` when it tries again, from the start of the clock. */
function told(state: TunnelState): string {
  if (state.state === 'up') return `up ${state.publicUrl}`;
  return state.state === 'down' ? `down ${state.reason}` : state.state;
}

const UP = 'up https://one.example.com';

describe('the tunnel', () => {
  it('is off, and opens nothing, where none was chosen', async () => {
    const { clock, opener, states, tunnel } = aTunnel('none');
    tunnel.start();
    await clock.advance(3_600_000);
    expect([tunnel.state(), opener.openings.length, states, clock.waiting]).toEqual([{ state: 'off' }, 0, [], 0]);
    await tunnel.stop();
  });

  it('connects, and is up once its own answer came back', async () => {
    const { clock, opener, world, states, tunnel } = aTunnel();
    const startedAt = clock.now();
    tunnel.start();
    expect(tunnel.state()).toEqual({ state: 'connecting' });
    await clock.advance(0);
    expect(tunnel.state()).toEqual({ state: 'up', publicUrl: 'https://one.example.com', since: startedAt });
    expect(world.asked).toEqual(['https://one.example.com/health']);
    expect(opener.openings[0]!.settings.kind).toBe('ssh');
    expect(states).toEqual(['connecting', UP]);
  });

  it('asks for itself every minute', async () => {
    const { clock, world, states, tunnel } = aTunnel();
    tunnel.start();
    await clock.advance(59_999);
    expect(world.asked).toHaveLength(1);
    await clock.advance(1);
    expect(world.asked).toHaveLength(2);
    await clock.advance(600_000);
    expect([world.asked.length, states]).toEqual([12, ['connecting', UP]]);
  });

  it('is not up before the address leads here, and gives it time', async () => {
    const { clock, world, states, tunnel } = aTunnel();
    world.answer = () => new Response('not yet', { status: 404 });
    tunnel.start();
    await clock.advance(20_000);
    expect([states, world.asked.length]).toEqual([['connecting'], 5]);
    world.answer = () => Response.json({ instance: WORD });
    await clock.advance(5_000);
    expect(states).toEqual(['connecting', UP]);
  });

  it('is down, and opened anew, where the address never leads here', async () => {
    const { clock, opener, world, states, tunnel } = aTunnel();
    world.answer = () => Response.json({ instance: 'somebody else' });
    tunnel.start();
    await clock.advance(25_000);
    const reason = 'Another running Ringmaster answers at https://one.example.com. End it, or give this one an address of its own.';
    expect(tunnel.state()).toEqual({ state: 'down', reason, nextTryAt: clock.now() + 500 });
    expect([states, opener.closings]).toEqual([['connecting', `down ${reason}`], 1]);
    await clock.advance(500);
    expect([tunnel.state(), opener.openings.length, opener.mostOpen]).toEqual([{ state: 'connecting' }, 2, 1]);
  });

  it('bears a check or two that fail, and is down at the third in a row', async () => {
    const { clock, opener, world, states, tunnel } = aTunnel();
    let failures = 0;
    const answer = world.answer;
    world.answer = () => (failures-- > 0 ? Promise.reject(new Error('weather')) : answer());
    tunnel.start();
    await clock.advance(59_000);
    for (let round = 0; round < 2; round += 1) {
      failures = 2;
      await clock.advance(70_000);
    }
    expect(states).toEqual(['connecting', UP]);
    failures = 3;
    await clock.advance(80_000);
    expect(states.slice(2)).toEqual(['down https://one.example.com cannot be reached.', 'connecting', UP]);
    expect([opener.openings.length, opener.closings, opener.mostOpen]).toEqual([2, 1, 1]);
  });

  it('opens again what was lost, and tells the address that changed', async () => {
    const { clock, opener, states, tunnel } = aTunnel();
    opener.plan = ['https://one.example.com', 'https://two.example.com'];
    tunnel.start();
    await clock.advance(1_000);
    opener.lost('The server went away.');
    await clock.advance(0);
    expect(tunnel.state()).toEqual({ state: 'down', reason: 'The server went away.', nextTryAt: clock.now() + 500 });
    await clock.advance(500);
    expect(states).toEqual(['connecting', UP, 'down The server went away.', 'connecting', 'up https://two.example.com']);
    expect([opener.closings, opener.mostOpen, clock.waiting]).toEqual([1, 1, 1]);
  });

  it('waits longer from try to try, at most a minute, and shortly again after it held', async () => {
    const { clock, opener, tunnel } = aTunnel();
    const trouble = passing('x', 'No.');
    opener.plan = [...Array.from({ length: 9 }, () => trouble), 'https://one.example.com', trouble];
    const waits: number[] = [];
    tunnel.onChange((state) => state.state === 'down' && waits.push(state.nextTryAt! - clock.now()));
    tunnel.start();
    await clock.until(() => tunnel.state().state === 'up', 3_600_000);
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    await clock.advance(120_000);
    opener.lost('Gone.');
    await clock.advance(0);
    expect(waits.at(-1)).toBe(500);
  });

  it('does not start its count anew for what breaks before it held', async () => {
    const { clock, opener, tunnel } = aTunnel();
    const waits: number[] = [];
    tunnel.onChange((state) => state.state === 'down' && waits.push(state.nextTryAt! - clock.now()));
    tunnel.start();
    for (let round = 0; round < 4; round += 1) {
      await clock.until(() => tunnel.state().state === 'up', 3_600_000);
      opener.lost('Gone.');
      await clock.advance(0);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000]);
  });

  it('does not try again what nobody has mended, until the settings change', async () => {
    const { clock, opener, states, tunnel } = aTunnel();
    opener.plan = [lasting('x', 'The key is wrong. Choose another.'), 'https://one.example.com'];
    tunnel.start();
    await clock.advance(3_600_000);
    expect(tunnel.state()).toEqual({ state: 'down', reason: 'The key is wrong. Choose another.', nextTryAt: null });
    expect([opener.openings.length, clock.waiting]).toEqual([1, 0]);
    await tunnel.configure();
    await clock.advance(0);
    expect(states).toEqual(['connecting', 'down The key is wrong. Choose another.', 'connecting', UP]);
  });

  it('tells of an error that it does not know without its words, and tries again', async () => {
    const { clock, opener, tunnel } = aTunnel();
    opener.plan = [new TypeError('secret inside')];
    tunnel.start();
    await clock.advance(0);
    expect(told(tunnel.state())).toBe('down The tunnel could not be opened; the log says why.');
    expect(tunnel.state()).toMatchObject({ nextTryAt: clock.now() + 500 });
  });

  it('gives up an opening that takes too long', async () => {
    const { clock, opener, states, tunnel } = aTunnel();
    opener.plan = [null, 'https://one.example.com'];
    tunnel.start();
    await clock.advance(44_999);
    expect(opener.openings[0]!.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(opener.openings[0]!.signal.aborted).toBe(true);
    await clock.advance(500);
    expect(states).toEqual(['connecting', 'down No tunnel after 45 seconds. Check that this computer is online.', 'connecting', UP]);
  });

  it('closes what is open before it opens by new settings, and hands out no old address meanwhile', async () => {
    const { clock, opener, world, states, tunnel } = aTunnel();
    tunnel.start();
    await clock.advance(1_000);
    world.kind = 'ngrok';
    const configured = tunnel.configure();
    expect(tunnel.state()).toEqual({ state: 'connecting' });
    await configured;
    await clock.advance(0);
    expect([opener.openings.map(({ settings }) => settings.kind), opener.closings, opener.mostOpen]).toEqual([['ssh', 'ngrok'], 1, 1]);
    expect(states).toEqual(['connecting', UP, 'connecting', UP]);
    world.kind = 'none';
    await tunnel.configure();
    await clock.advance(3_600_000);
    expect([tunnel.state(), opener.closings, clock.waiting]).toEqual([{ state: 'off' }, 2, 0]);
  });

  it('opens only by the last of many changes', async () => {
    const { clock, opener, world, tunnel } = aTunnel();
    tunnel.start();
    for (const kind of ['address', 'cloudflared', 'ngrok'] as const) {
      world.kind = kind;
      void tunnel.configure();
    }
    await clock.advance(0);
    expect(opener.openings.map(({ settings }) => settings.kind)).toEqual(['ngrok']);
    expect([told(tunnel.state()), opener.mostOpen, clock.waiting]).toEqual([UP, 1, 1]);
  });

  it.each<[string, (world: ReturnType<typeof aTunnel>) => Promise<void> | void]>([
    ['up', ({ clock }) => clock.advance(1_000)],
    ['connecting', ({ opener }) => void (opener.plan = [null])],
    [
      'down',
      ({ opener, clock }) => {
        opener.plan = [passing('x', 'No.')];
        return clock.advance(100);
      },
    ],
  ])('leaves nothing behind when it is stopped while %s', async (_state, bring) => {
    const made = aTunnel();
    made.tunnel.start();
    await bring(made);
    await made.tunnel.stop();
    const opened = made.opener.openings.length;
    expect([made.tunnel.state(), made.clock.waiting]).toEqual([{ state: 'off' }, 0]);
    await made.clock.advance(3_600_000);
    expect([made.opener.openings.length, made.states.at(-1)]).toEqual([opened, 'off']);
  });

  it('does nothing by changed settings before it is started or after it was stopped', async () => {
    const { clock, opener, tunnel } = aTunnel();
    await tunnel.configure();
    tunnel.start();
    await clock.advance(0);
    tunnel.start();
    await clock.advance(0);
    await tunnel.stop();
    await tunnel.configure();
    await clock.advance(3_600_000);
    expect([opener.openings.length, opener.closings]).toEqual([1, 1]);
  });

  it('goes on where a listener fails, and tells nobody who no longer listens', async () => {
    const { clock, states, tunnel } = aTunnel();
    const heard: string[] = [];
    const stopListening = tunnel.onChange((state) => heard.push(state.state));
    tunnel.onChange(() => {
      throw new Error('a listener of bad manners');
    });
    tunnel.start();
    stopListening();
    await clock.advance(0);
    expect([heard, states]).toEqual([['connecting'], ['connecting', UP]]);
  });
});
