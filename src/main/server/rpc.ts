/**
 * The contract for screens: over a WebSocket in the browser host, over a MessagePort on the desktop. Each request carries its
 * own Authorization header, as over REST.
 */
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import { isApiToken } from '../accounts/api-tokens.ts';
import { bearerOf } from '../accounts/authenticate.ts';
import { isJwt } from '../accounts/token.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import { type ApiContext, type SharedContext, toContractError } from '../api/base.ts';
import { router } from '../api/router.ts';
import { withAuthorization } from './handler-context.ts';
import type { RestGate } from './rest-gate.ts';
import { watchFaults } from './watch-faults.ts';

export interface Rpc {
  /** @param remote the address at its other end. */
  attachSocket(socket: WebSocket, remote: string | null): void;
  attachPort(port: Parameters<PortHandler<ApiContext>['upgrade']>[0]): void;
}

/** @param gate counts what scripts ask; left out where none can come. */
export function createRpc(context: SharedContext, gate?: RestGate): Rpc {
  const options = {
    rootInterceptors: [withAuthorization],
    clientInterceptors: [...(gate ? [countScripts(gate)] : []), watchFaults(context.parts)],
  };
  const ports = new PortHandler<ApiContext>(router, options);
  const sockets = new SocketHandler<ApiContext>(router, options);
  const from = (remote: string | null) => ({ context: { ...context, authorization: null, remote } });
  return {
    attachSocket: (socket, remote) => void sockets.upgrade(waiting(socket), from(remote)),
    attachPort: (port) => ports.upgrade(port, from(null)),
  };
}

/**
 * The same socket, whose `send` resolves when the line has taken the message: a stream to a slow reader then waits for it
 * instead of filling the memory. The handler waits for whatever `send` answers, though its type does not say so.
 */
function waiting(socket: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
  const send = (data: Parameters<WebSocket['send']>[0]) =>
    new Promise<void>((done) => {
      // A socket that closed meanwhile takes nothing any more; its streams are ended by its close event.
      if (socket.readyState === socket.OPEN) socket.send(data, () => done());
      else done();
    });
  // oxlint-disable-next-line typescript/no-misused-promises
  return { addEventListener: socket.addEventListener.bind(socket), send };
}

/** What proves a script is counted here as over REST, or this would be the way around it. Screens have sessions, which are not counted. */
function countScripts(gate: RestGate) {
  return async <R>({ context, next }: { context: ApiContext; next: () => R | Promise<R> }): Promise<R> => {
    const { authorization, remote } = context;
    const token = bearerOf(authorization);
    if (authorization !== null && token !== null && (isApiToken(token) || isJwt(token))) {
      try {
        await gate.enter({ headers: { authorization }, socket: { remoteAddress: remote ?? undefined } });
      } catch (error) {
        throw error instanceof AppError ? toContractError(error) : error;
      }
    }
    return next();
  };
}
