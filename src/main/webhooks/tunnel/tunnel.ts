/**
 * Keeps the chosen tunnel up: off, connecting, up, down. Opens it, asks for itself through its public address, waits and opens it again
 * when it is lost. It is up only once its own answer came back through it, so that providers are never told an address that leads nowhere.
 */
import { AppError } from '../../../shared/domain/app-error.ts';
import type { TunnelKind, TunnelSettings } from '../../../shared/domain/tunnel-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/host.ts';
import type { Ids } from '../../ports/ids.ts';
import type { TunnelPort, TunnelState } from '../../ports/tunnel.ts';
import { backOffMs } from './back-off.ts';
import { type KnownHosts, type LocalListener, type OpenKind, type OpenTunnel, passing, pause, type TunnelSecrets } from './open-tunnel.ts';
import { checkItself, type Fetch } from './self-check.ts';

export interface TunnelParts {
  clock: Clock;
  ids: Pick<Ids, 'random'>;
  log: Logger;
  /** Asked at each connection. */
  settings: () => TunnelSettings;
  secrets: TunnelSecrets;
  local: LocalListener;
  fetch: Fetch;
  knownHosts: KnownHosts;
  openers: Readonly<Record<Exclude<TunnelKind, 'none'>, OpenKind>>;
  /** Shorter waits for tests on the machine's own clock. */
  pace?: Partial<TunnelPace>;
}

/** Durations in milliseconds. */
export interface TunnelPace {
  /** How long opening may take; a new address of cloudflared needs half a minute on a bad day. */
  openMs: number;
  /** How long closing is waited for: a far end that is gone does not answer. */
  closeMs: number;
  checkEveryMs: number;
  /** How long one answer to a check may take. */
  answerMs: number;
  /** After a check that failed the next one comes sooner. */
  checkAgainMs: number;
  /** This many failed checks in a row, and it is down: one alone is the internet's weather. */
  misses: number;
  /** The same before it was up: a new name takes its time to be known. */
  missesAtFirst: number;
  /** Bounds of the wait before another try. */
  firstMs: number;
  mostMs: number;
}

export const PACE: TunnelPace = {
  openMs: 45_000,
  closeMs: 5_000,
  checkEveryMs: 60_000,
  answerMs: 10_000,
  checkAgainMs: 5_000,
  misses: 3,
  missesAtFirst: 6,
  firstMs: 1_000,
  mostMs: 60_000,
};

/** Why a connection is over. */
interface Ending {
  reason: string;
  /** Trying again would change nothing. */
  lasting: boolean;
  /** It held over a check after the first: the count of failures starts anew. */
  steady: boolean;
}

export class Tunnel implements TunnelPort {
  private readonly parts: TunnelParts;
  private readonly pace: TunnelPace;
  private readonly listeners = new Set<(state: TunnelState) => void>();
  private now: TunnelState = { state: 'off' };
  private running = false;
  private abort = new AbortController();
  /** Settles when the last round has closed what it had opened: no round opens before, for both may want the same address. */
  private over: Promise<void> = Promise.resolve();

  constructor(parts: TunnelParts) {
    this.parts = parts;
    this.pace = { ...PACE, ...parts.pace };
  }

  state(): TunnelState {
    return this.now;
  }

  /** Calls the listener after every change of state, the public address among them. The answer ends that. */
  onChange(listener: (state: TunnelState) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.nextRound();
  }

  /** Resolves when nothing is open any more. */
  async stop(): Promise<void> {
    this.running = false;
    this.abort.abort();
    this.tell({ state: 'off' });
    await this.over;
  }

  /** Settings or secrets were changed: closes what is open and connects anew. Resolves when the old one is closed. */
  async configure(): Promise<void> {
    if (!this.running) return;
    const before = this.over;
    this.nextRound();
    await before;
  }

  private nextRound(): void {
    this.abort.abort();
    this.abort = new AbortController();
    const { signal } = this.abort;
    // At once, so that nobody is handed the old address while it is being closed.
    this.tell(this.parts.settings().kind === 'none' ? { state: 'off' } : { state: 'connecting' });
    this.over = this.over.then(() => this.keepUp(signal));
  }

  private async keepUp(signal: AbortSignal): Promise<void> {
    const { clock, ids, log } = this.parts;
    for (let tries = 0; !signal.aborted; ) {
      const settings = this.parts.settings();
      if (settings.kind === 'none') return this.tell({ state: 'off' });
      this.tell({ state: 'connecting' });
      const { reason, lasting, steady } = await this.connection(this.parts.openers[settings.kind], settings, signal);
      if (signal.aborted) return;
      tries = steady ? 1 : tries + 1;
      const delayMs = backOffMs(tries, ids.random(), this.pace);
      log.warn({ kind: settings.kind, reason, tries, delayMs: lasting ? null : delayMs }, 'tunnel is down');
      this.tell({ state: 'down', reason, nextTryAt: lasting ? null : clock.now() + delayMs });
      if (lasting) return;
      await pause(clock, delayMs, signal);
    }
  }

  /** One connection from its opening to its end. Never rejects. */
  private async connection(open: OpenKind, settings: TunnelSettings, stop: AbortSignal): Promise<Ending> {
    const done = new AbortController();
    const signal = AbortSignal.any([stop, done.signal]);
    const ending: Ending = { reason: '', lasting: false, steady: false };
    let tunnel: OpenTunnel | undefined;
    try {
      tunnel = await this.opened(open, settings, signal, done);
      const lost = this.watch(tunnel.publicUrl, ending, signal);
      const reason = await Promise.race([tunnel.closed, lost]);
      return { ...ending, reason };
    } catch (error) {
      return { ...ending, ...this.toldAs(error) };
    } finally {
      done.abort();
      if (tunnel) await this.inTime(tunnel.close());
    }
  }

  /** Opens within the time for it. What opens too late is closed again. @throws AppError. */
  private async opened(open: OpenKind, settings: TunnelSettings, signal: AbortSignal, done: AbortController): Promise<OpenTunnel> {
    const { secrets, local, knownHosts, clock, log } = this.parts;
    const opening = open({ settings, secrets, local, knownHosts, clock, log, signal });
    const stopWaiting = new AbortController();
    const timeUp = pause(clock, this.pace.openMs, AbortSignal.any([signal, stopWaiting.signal])).then(() => undefined);
    const tunnel = await Promise.race([opening, timeUp]).finally(() => stopWaiting.abort());
    if (tunnel && !signal.aborted) return tunnel;
    done.abort();
    await this.inTime(
      opening.then(
        (late) => late.close(),
        () => {},
      ),
    );
    throw passing('tunnel_slow', `No tunnel after ${Math.round(this.pace.openMs / 1000)} seconds. Check that this computer is online.`);
  }

  /** Asks for itself again and again; resolves to what is wrong when it has been wrong too often. */
  private async watch(publicUrl: string, ending: Ending, signal: AbortSignal): Promise<string> {
    const { clock, local } = this.parts;
    let up = false;
    for (let misses = 0; !signal.aborted; ) {
      const problem = await checkItself({ ...this.parts, answerMs: this.pace.answerMs }, publicUrl, local.instance, signal);
      if (signal.aborted) break;
      if (problem === null) {
        misses = 0;
        if (up) ending.steady = true;
        else this.tell({ state: 'up', publicUrl, since: clock.now() });
        up = true;
      } else {
        misses += 1;
        this.parts.log.debug({ publicUrl, problem, misses }, 'tunnel did not answer its own check');
        if (misses >= (up ? this.pace.misses : this.pace.missesAtFirst)) return problem;
      }
      await pause(clock, problem === null ? this.pace.checkEveryMs : this.pace.checkAgainMs, signal);
    }
    return '';
  }

  private toldAs(error: unknown): { reason: string; lasting: boolean } {
    if (error instanceof AppError) {
      if (error.cause !== undefined) this.parts.log.debug({ code: error.code, err: error.cause }, 'tunnel could not be opened');
      return { reason: error.message, lasting: !error.retryable };
    }
    this.parts.log.error({ err: error }, 'tunnel could not be opened');
    return { reason: 'The tunnel could not be opened; the log says why.', lasting: false };
  }

  private async inTime(closing: Promise<void>): Promise<void> {
    const done = new AbortController();
    const closed = closing.catch((error: unknown) => this.parts.log.warn({ err: error }, 'tunnel was not closed cleanly'));
    await Promise.race([closed, pause(this.parts.clock, this.pace.closeMs, done.signal)]);
    done.abort();
  }

  private tell(state: TunnelState): void {
    if (JSON.stringify(state) === JSON.stringify(this.now)) return;
    this.now = state;
    this.parts.log.info({ ...state }, 'tunnel');
    for (const listener of this.listeners) {
      try {
        listener(state);
      } catch (error) {
        this.parts.log.error({ err: error }, 'a listener to the tunnel failed');
      }
    }
  }
}
