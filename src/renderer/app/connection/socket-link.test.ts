import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterEach, describe, expect, it } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import type { LineState } from './line-state.ts';
import { socketLink } from './socket-link.ts';
import { NotReached } from './told.ts';

let server: WebSocketServer | null = null;
afterEach(() => closeServer());

async function closeServer(): Promise<void> {
  for (const socket of server?.clients ?? []) socket.terminate();
  if (server) await new Promise((closed) => server?.close(closed));
  server = null;
}

/** A contract of two verbs: one that answers, one that never does. */
function router(hangs: () => void) {
  return {
    hello: os.$context<object>().handler(() => 'hello'),
    hang: os.$context<object>().handler(async () => {
      hangs();
      await new Promise(() => {});
    }),
  };
}

async function listen(port: number, hangs: () => void): Promise<number> {
  const opened = new WebSocketServer({ host: '127.0.0.1', port });
  server = opened;
  const handler = new RPCHandler(router(hangs));
  opened.on('connection', (socket: ServerSocket) => void handler.upgrade(socket, { context: {} }));
  await once(opened, 'listening');
  return (opened.address() as AddressInfo).port;
}

/** A client whose pauses and patience last until the test ends them. */
function connect(port: number) {
  const states: LineState[] = [];
  const pauses: { ms: number; end: () => void }[] = [];
  const patience: (() => void)[] = [];
  const link = socketLink({
    url: `ws://127.0.0.1:${port}/rpc`,
    headers: () => ({}),
    tell: (state) => states.push(state),
    pause: (ms) => new Promise((end) => pauses.push({ ms, end })),
    patience: () => new Promise((end) => patience.push(end)),
  });
  const client: { hello(): Promise<string>; hang(): Promise<void> } = createORPCClient(link);
  /** Ends the pause before the next try to connect. */
  const tryAgain = async () => {
    await expect.poll(() => pauses.length).toBe(1);
    pauses.pop()?.end();
  };
  return { client, states, pauses, patience, tryAgain };
}

describe('socketLink', () => {
  it('comes back after a break, and a request made meanwhile waits for it', async () => {
    const port = await listen(0, () => {});
    const { client, states, tryAgain } = connect(port);
    await expect(client.hello()).resolves.toBe('hello');
    await closeServer();
    await expect.poll(() => states).toEqual(['up', 'down']);
    const waiting = client.hello();
    await tryAgain();
    await listen(port, () => {});
    await tryAgain();
    await expect(waiting).resolves.toBe('hello');
    expect(states.at(-1)).toBe('up');
  });

  it('tells a request that was under way that it may have happened, and never sends it twice', async () => {
    let hung = 0;
    const hangs = () => {
      hung += 1;
    };
    const port = await listen(0, hangs);
    const { client, tryAgain } = connect(port);
    const answer = client.hang().catch((error: unknown) => error);
    await expect.poll(() => hung).toBe(1);
    await closeServer();
    await listen(port, hangs);
    const error = await answer;
    expect(error).toBeInstanceOf(NotReached);
    expect(error).toMatchObject({ mayHaveHappened: true });
    await tryAgain();
    await expect(client.hello()).resolves.toBe('hello');
    expect(hung).toBe(1);
  });

  it('gives a request up that waited too long, as one that was never sent', async () => {
    const port = await listen(0, () => {});
    await closeServer();
    const { client, patience } = connect(port);
    const answer = client.hello().catch((error: unknown) => error);
    await expect.poll(() => patience.length).toBe(1);
    patience[0]?.();
    await expect(answer).resolves.toMatchObject({ name: 'NotReached', mayHaveHappened: false });
  });

  it('waits longer from try to try, but never long', async () => {
    const port = await listen(0, () => {});
    await closeServer();
    const { pauses, tryAgain } = connect(port);
    const waited: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      await expect.poll(() => pauses.length).toBe(1);
      waited.push(pauses[0]?.ms ?? 0);
      await tryAgain();
    }
    expect(waited).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });
});
