import { describe, expect, it } from 'vitest';
import type { Config } from '@ngrok/ngrok';
import { settle, VirtualClock } from '../../../../tests/helpers/virtual-clock.ts';
import { AppError } from '../../../shared/domain/app-error.ts';
import { DEFAULT_TUNNEL } from '../../../shared/domain/tunnel-settings.ts';
import { type Logger, silentLogger } from '../../ports/host.ts';
import { NGROK_GRACE_MS, openNgrok } from './ngrok.ts';
import type { OpenParts } from './open-tunnel.ts';

const TOKEN = '2abcTOKENofmine';

/** A stand-in of the package. */
function aModule(fails?: Error) {
  const seen = { configs: [] as Config[], calls: [] as string[], status: (_status: string) => {} };
  const load = () =>
    Promise.resolve({
      forward: (config: Config) => {
        seen.calls.push('forward');
        seen.configs.push(config);
        seen.status = (status) => config.onStatusChange?.(status);
        if (fails) return Promise.reject(fails);
        return Promise.resolve({
          url: () => `https://${config.domain ?? 'given.ngrok.app'}/`,
          close: () => {
            seen.calls.push('close');
            return Promise.resolve();
          },
        });
      },
      kill: () => {
        seen.calls.push('kill');
        return Promise.resolve();
      },
    });
  return { seen, load };
}

function partsWith(given: { token?: string | null; domain?: string; log?: Logger; signal?: AbortSignal } = {}) {
  const clock = new VirtualClock();
  const parts: OpenParts = {
    settings: { ...DEFAULT_TUNNEL, kind: 'ngrok', ngrok: { domain: given.domain ?? '' } },
    secrets: {
      ngrokToken: () => (given.token === undefined ? TOKEN : given.token),
      sshPassword: () => null,
      sshPassphrase: () => null,
      cloudflaredToken: () => null,
    },
    local: { port: 4711, take() {}, instance: 'word' },
    knownHosts: { read: () => null, keep() {} },
    clock,
    log: given.log ?? silentLogger,
    signal: given.signal ?? new AbortController().signal,
  };
  return { clock, parts };
}

const troubleOf = async (work: Promise<unknown>): Promise<[string, boolean, string]> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error('no AppError was thrown', { cause: error });
  return [error.code, error.retryable, error.message];
};

/** As the library words its errors: the token is in them. */
const refusal = (code: number) =>
  new Error(`failed to connect session: authentication failed: The authtoken you specified… Your authtoken: ${TOKEN}\r\nERR_NGROK_${code}`);

describe('the tunnel of ngrok', () => {
  it('forwards the static domain to the listener on loopback', async () => {
    const { seen, load } = aModule();
    const tunnel = await openNgrok(load)(partsWith({ domain: ' https://mine.ngrok.app/ ' }).parts);
    expect(tunnel.publicUrl).toBe('https://mine.ngrok.app');
    expect(seen.configs).toEqual([
      { addr: '127.0.0.1:4711', authtoken: TOKEN, domain: 'mine.ngrok.app', onStatusChange: expect.any(Function) as unknown },
    ]);
    await tunnel.close();
    expect(seen.calls).toEqual(['kill', 'forward', 'close']);
  });

  it('takes the address that ngrok gives where none is named', async () => {
    expect((await openNgrok(aModule().load)(partsWith().parts)).publicUrl).toBe('https://given.ngrok.app');
  });

  it('bears a session that comes back, and tells one that does not', async () => {
    const { seen, load } = aModule();
    const { clock, parts } = partsWith();
    const tunnel = await openNgrok(load)(parts);
    let lost: string | null = null;
    void tunnel.closed.then((reason) => (lost = reason));
    seen.status('closed');
    await clock.advance(NGROK_GRACE_MS - 1);
    seen.status('connected');
    await clock.advance(10 * NGROK_GRACE_MS);
    expect(lost).toBeNull();
    seen.status('closed');
    seen.status('closed');
    await clock.advance(NGROK_GRACE_MS);
    expect(lost).toBe('The connection to ngrok is lost. Check that this computer is online.');
    expect(clock.waiting).toBe(0);
  });

  it('leaves no timer behind when it is closed while the session is away', async () => {
    const { seen, load } = aModule();
    const { clock, parts } = partsWith();
    const tunnel = await openNgrok(load)(parts);
    seen.status('closed');
    await tunnel.close();
    expect(clock.waiting).toBe(0);
  });

  it('asks for the token before anything is loaded', async () => {
    const load = () => Promise.reject(new Error('loaded'));
    const [code, mayPass] = await troubleOf(openNgrok(load)(partsWith({ token: null }).parts));
    expect([code, mayPass]).toEqual(['ngrok_token_missing', false]);
  });

  it.each([
    [105, 'ngrok_token_refused', false],
    [107, 'ngrok_token_refused', false],
    [300, 'ngrok_token_refused', false],
    [4018, 'ngrok_token_refused', false],
    [108, 'ngrok_sessions', true],
    [334, 'ngrok_domain_taken', true],
    [8012, 'ngrok_refused', true],
  ])('tells ERR_NGROK_%i as %s (may pass: %s), and the token nowhere', async (code, word, mayPass) => {
    const logged: unknown[] = [];
    const log = { ...silentLogger, debug: (...line: unknown[]) => void logged.push(line) };
    const [told, retryable, sentence] = await troubleOf(openNgrok(aModule(refusal(code)).load)(partsWith({ log }).parts));
    expect([told, retryable]).toEqual([word, mayPass]);
    expect(JSON.stringify([sentence, logged])).not.toContain(TOKEN);
    expect(logged).toHaveLength(1);
  });

  it('closes what was opened after it was given up', async () => {
    const { seen, load } = aModule();
    const stop = new AbortController();
    const opening = troubleOf(openNgrok(load)(partsWith({ signal: stop.signal }).parts));
    stop.abort();
    await settle();
    await opening;
    expect(seen.calls).toEqual(['kill', 'forward', 'close']);
  });

  it('finds the real package on this system, with what is used of it', async () => {
    const loaded = (await import('@ngrok/ngrok')).default;
    expect([typeof loaded.forward, typeof loaded.kill, typeof loaded.Listener]).toEqual(['function', 'function', 'function']);
  });
});
