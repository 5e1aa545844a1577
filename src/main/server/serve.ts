/** The engine's way out over HTTP, put together: REST for scripts, and the screens where a host has them built. */
import { keptSecret } from '../accounts/kept-secret.ts';
import type { Engine } from '../engine.ts';
import { createAccess } from './access.ts';
import { localUrl, openFrontDoor, openLocally } from './front-door.ts';
import { createHttp } from './http.ts';
import { rawRoutes } from './raw-routes.ts';
import { createRpc, type Rpc } from './rpc.ts';
import { createScreens } from './screens.ts';

export interface ServeOptions {
  /**
   * The loopback port; 0 takes any that is free. `settings`: that of the settings, live; where another program has it, all but REST
   * for scripts goes on, so the host's own pages are given a port of their own.
   */
  port: number | 'settings';
  /** Where the built screens lie; left out where a host shows them itself. */
  screensFolder?: string;
  /** Where the files of the reference's pages lie; left out, there are no pages. */
  referenceFolder?: string;
}

export interface Served {
  /** The base before `/api`, for the host and its pages. */
  rest: string;
  /** What a person opens: lets one browser in. */
  url: string;
  rpc: Rpc;
  stop(): Promise<void>;
}

const TOKEN_BYTES = 24;

/** Opens the port, and the network where it was opened. @throws AppError `port_taken` for a port that was asked for. */
export async function serve(engine: Engine, { port, screensFolder, referenceFolder }: ServeOptions): Promise<Served> {
  const { parts, context } = engine;
  const rpc = createRpc(context, engine.gate);
  const access = createAccess(parts.ids.secret(TOKEN_BYTES), keptSecret(parts, 'screen-access'));
  const screens = screensFolder === undefined ? null : createScreens({ access, rpc, folder: screensFolder });
  const http = createHttp({
    context,
    raw: rawRoutes(engine),
    gate: engine.gate,
    referenceFolder,
    ...(screens ? { pages: screens.pages, upgrade: screens.upgrade } : {}),
  });
  const own = await openLocally(parts, http, port === 'settings' ? 0 : port);
  const rest = localUrl(own.port);
  const door = openFrontDoor(parts, http, port === 'settings' ? null : rest);
  engine.door.hang(door);
  await door.follow();
  return {
    rest,
    url: access.addressFor(rest),
    rpc,
    async stop() {
      engine.door.hang(null);
      screens?.close();
      await Promise.all([own.end(), door.end()]);
    },
  };
}
