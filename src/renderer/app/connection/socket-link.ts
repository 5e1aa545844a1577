/**
 * The contract over a WebSocket that comes back by itself: a request made while the line is down waits for it a while, one that
 * was under way when it broke is told so and never sent twice. Nothing that a person typed hangs on it.
 */
import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { LineState } from './line-state.ts';
import { NotReached } from './told.ts';

type Headers = Record<string, string>;
type Link = ClientLink<ClientContext>;

export interface SocketLinkOptions {
  url: string;
  /** Asked for each request. */
  headers: () => Headers;
  tell: (state: LineState) => void;
  /** The time between two tries to connect, or less where something says that a try is worth it. */
  pause: (ms: number) => Promise<void>;
  /** The time that a request waits for the line to come back. */
  patience: () => Promise<void>;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Opens the line and keeps it open for as long as the page lives. */
export function socketLink(options: SocketLinkOptions): Link {
  let line = waitingLine();
  const replaced = () => {
    line = waitingLine();
    return line;
  };
  void keepOpen(options, line, replaced);
  return {
    async call(path, input, callOptions) {
      const open = line.link ?? (await Promise.race([line.opened, options.patience()]));
      if (!open) throw new NotReached(false);
      return await open.call(path, input, callOptions);
    },
  };
}

interface Line {
  /** Null until it is open. */
  link: Link | null;
  opened: Promise<Link>;
  open: (link: Link) => void;
}

function waitingLine(): Line {
  const { promise, resolve } = Promise.withResolvers<Link>();
  const line: Line = {
    link: null,
    opened: promise,
    open(link) {
      line.link = link;
      resolve(link);
    },
  };
  return line;
}

async function keepOpen(options: SocketLinkOptions, first: Line, replaced: () => Line): Promise<void> {
  let pauseMs = FIRST_PAUSE_MS;
  for (let line = first; ; ) {
    const socket = new WebSocket(options.url);
    const closed = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve(), { once: true }));
    if (await opens(socket, closed)) {
      line.open(brokenOffTold(new RPCLink({ websocket: socket, headers: () => options.headers() }), socket));
      options.tell('up');
      pauseMs = FIRST_PAUSE_MS;
      await closed;
      line = replaced();
    }
    options.tell('down');
    await options.pause(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

const opens = (socket: WebSocket, closed: Promise<void>): Promise<boolean> =>
  Promise.race([
    new Promise<boolean>((resolve) => socket.addEventListener('open', () => resolve(true), { once: true })),
    closed.then(() => false),
  ]);

/** A request whose line broke fails with a plain word of the transport; a person is told what it means. */
function brokenOffTold(link: Link, socket: WebSocket): Link {
  return {
    async call(path, input, options: ClientOptions<ClientContext>) {
      const sent = socket.readyState === WebSocket.OPEN;
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (socket.readyState !== WebSocket.OPEN && !options.signal?.aborted) throw new NotReached(sent);
        throw error;
      }
    },
  };
}
