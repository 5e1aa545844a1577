/** The engine's way out over HTTP, put together: REST for scripts, and the screens where a host has them built. */
import { keptSecret } from '../accounts/kept-secret.ts';
import type { Engine } from '../engine.ts';
import { createAccess } from './access.ts';
import { createHttp, LOOPBACK } from './http.ts';
import { rawRoutes } from './raw-routes.ts';
import { createRpc, type Rpc } from './rpc.ts';
import { createScreens } from './screens.ts';

export interface ServeOptions {
  /** 0 takes any that is free. */
  port: number;
  /** Where the built screens lie; left out where a host shows them itself. */
  screensFolder?: string;
  /** Where the files of the reference's pages lie; left out, there are no pages. */
  referenceFolder?: string;
}

export interface Served {
  /** The base before `/api`. */
  rest: string;
  /** What a person opens: lets one browser in. */
  url: string;
  rpc: Rpc;
  stop(): Promise<void>;
}

const TOKEN_BYTES = 24;

/** Opens the port. @throws AppError `port_taken`. */
export async function serve(engine: Engine, { port, screensFolder, referenceFolder }: ServeOptions): Promise<Served> {
  const { parts, context } = engine;
  const rpc = createRpc(context);
  const access = createAccess(parts.ids.secret(TOKEN_BYTES), keptSecret(parts, 'screen-access'));
  const screens = screensFolder === undefined ? null : createScreens({ access, rpc, folder: screensFolder });
  const http = createHttp({
    context,
    raw: rawRoutes(engine),
    gate: engine.gate,
    log: parts.log,
    referenceFolder,
    ...(screens ? { pages: screens.pages, upgrade: screens.upgrade } : {}),
  });
  const taken = await http.listen(port);
  const rest = `http://${LOOPBACK}:${taken}`;
  return {
    rest,
    url: access.addressFor(rest),
    rpc,
    async stop() {
      screens?.close();
      await http.close();
    },
  };
}
