/** What every kind of tunnel is handed, and what it hands back. The kinds know nothing of each other, of retries or of health. */
import type { Duplex } from 'node:stream';
import { AppError } from '../../../shared/domain/app-error.ts';
import type { TunnelSettings } from '../../../shared/domain/tunnel-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/host.ts';

/** Each answers at the moment of connecting, so that a changed secret holds for the next try; null where none was given. */
export interface TunnelSecrets {
  ngrokToken(): string | null;
  sshPassword(): string | null;
  sshPassphrase(): string | null;
  cloudflaredToken(): string | null;
}

/** The listener of deliveries, which is all that a tunnel may lead to. */
export interface LocalListener {
  /** Its port on loopback. */
  readonly port: number;
  /** Takes a connection that did not come through that port. */
  take(stream: Duplex): void;
  /** A random word that `GET /health` answers as `{"instance": "…"}`: by it the self check knows its own. */
  readonly instance: string;
}

/** Host keys of SSH servers that were accepted, by `host:port`. */
export interface KnownHosts {
  /** The fingerprint, as `ssh-keygen -lf` prints it; null for a server that is new. */
  read(host: string): string | null;
  keep(host: string, fingerprint: string): void;
}

export interface OpenParts {
  settings: TunnelSettings;
  secrets: TunnelSecrets;
  local: LocalListener;
  knownHosts: KnownHosts;
  clock: Clock;
  log: Logger;
  /** Aborted when the tunnel is no longer wanted: whatever is half open is then closed. */
  signal: AbortSignal;
}

export interface OpenTunnel {
  /** Without a slash at its end. */
  publicUrl: string;
  /** Resolves, with a sentence that says why, when the tunnel is gone. Never rejects. */
  closed: Promise<string>;
  close(): Promise<void>;
}

/** @throws AppError; `retryable` says whether another try may succeed without anybody changing anything. */
export type OpenKind = (parts: OpenParts) => Promise<OpenTunnel>;

/** Trouble that trying again does not mend: somebody has to change something. */
export const lasting = (code: string, sentence: string, cause?: unknown) =>
  new AppError('unavailable', code, sentence, { retryable: false, ...(cause === undefined ? {} : { cause }) });

/** Trouble that may be over at the next try. */
export const passing = (code: string, sentence: string, cause?: unknown) =>
  new AppError('unavailable', code, sentence, { retryable: true, ...(cause === undefined ? {} : { cause }) });

/** Resolves after `ms` of the clock, or as soon as the signal is aborted. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((done) => {
    const finish = () => {
      stopTimer();
      signal?.removeEventListener('abort', finish);
      done();
    };
    const stopTimer = clock.after(ms, finish);
    signal?.addEventListener('abort', finish);
  });
}
