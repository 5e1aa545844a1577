/** One open port, and its two ends: at once, or after what is under way has gone out. */
import type { Server, ServerOptions } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { AppError } from '../../shared/domain/app-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/host.ts';
import { refuseBroken } from './broken-request.ts';

/** The answer that told of the closing still goes out in this time; then streams end, too. */
const GRACE_MS = 1_000;

/**
 * For every server: only a socket of the screens becomes another; whoever offers HTTP/2 in passing, as some clients do with each request,
 * is answered as asked. Who went without a word is missed after a while, or what was sent to them were kept for ever.
 */
export const SERVER_OPTIONS: ServerOptions = {
  shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === 'websocket',
  keepAlive: true,
  keepAliveInitialDelay: 60_000,
};

export interface Listener {
  port: number;
  /** Takes nothing new from now on, and ends what is under way a second later: the request that closes it may have come through it. */
  close(): void;
  /** Ends everything now. */
  end(): Promise<void>;
}

/**
 * Opens a port; 0 takes any that is free.
 * @param host the one interface to listen on; all of them where it is left out.
 * @throws AppError `port_taken`, `port_refused`.
 */
export function openListener(server: Server, { port, host }: { port: number; host?: string }, { clock, log }: Around): Promise<Listener> {
  // With those that became sockets of screens, which the server itself forgets.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  refuseBroken(server);
  const endSockets = () => {
    for (const socket of sockets) socket.destroy();
  };
  return new Promise((done, fail) => {
    const refuse = (error: NodeJS.ErrnoException) => fail(toAppError(error, port));
    server.once('error', refuse);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.off('error', refuse);
      server.on('error', (error) => log.error({ err: error }, 'a listener failed'));
      done({
        port: (server.address() as AddressInfo).port,
        close() {
          server.close();
          clock.after(GRACE_MS, endSockets);
        },
        end: () =>
          new Promise((ended) => {
            server.close(() => ended());
            endSockets();
          }),
      });
    });
  });
}

interface Around {
  clock: Pick<Clock, 'after'>;
  log: Logger;
}

function toAppError(error: NodeJS.ErrnoException, port: number): unknown {
  const options = { cause: error, retryable: false };
  if (error.code === 'EADDRINUSE') return new AppError('unavailable', 'port_taken', `Port ${port} is taken by another program.`, options);
  if (error.code !== 'EACCES') return error;
  return new AppError(
    'unavailable',
    'port_refused',
    `This computer does not let Ringmaster use port ${port}. Ports from 1024 on are free to use.`,
    options,
  );
}
