/** Where the program answers, as the settings say: REST on its loopback port where it follows them, and the network where it is open. */
import { createServer } from 'node:http';
import type { Parts } from '../parts.ts';
import type { FrontDoorPort } from '../ports/front-door.ts';
import { apiSettings } from '../settings/api-access.ts';
import { followedListener } from './followed-listener.ts';
import { LOCAL_DOOR, LOOPBACK } from './host-names.ts';
import type { Http } from './http.ts';
import { type Listener, openListener, SERVER_OPTIONS } from './listener.ts';
import { networkListener } from './network.ts';

const NOTICE = { code: 'rest_off', begin: 'REST is off:', end: 'Choose another port in Settings → API.' };

export const localUrl = (port: number) => `http://${LOOPBACK}:${port}`;

/** Opens a port to this computer alone. @throws AppError `port_taken`, `port_refused`. */
export function openLocally(parts: Parts, http: Http, port: number): Promise<Listener> {
  const server = createServer(SERVER_OPTIONS, http.request(LOCAL_DOOR));
  server.on('upgrade', http.upgrade(LOCAL_DOOR));
  return openListener(server, { port, host: LOOPBACK }, parts);
}

export interface OpenedDoor extends FrontDoorPort {
  end(): Promise<void>;
}

/** @param fixed where REST is answered whatever the settings say; null where it follows them. */
export function openFrontDoor(parts: Parts, http: Http, fixed: string | null): OpenedDoor {
  const local = followedListener(parts, {
    notice: NOTICE,
    wanted() {
      if (fixed !== null) return null;
      const { port } = apiSettings(parts);
      return { mark: String(port), open: () => openLocally(parts, http, port), urlAt: localUrl };
    },
  });
  const network = networkListener(parts, http);
  /** One change after another: two at once would open one port twice. */
  let last = Promise.resolve();
  return {
    state: () => ({ ...(fixed === null ? local.state() : { url: fixed, trouble: null }), network: network.state() }),
    follow() {
      const following = last.then(() => local.follow()).then(() => network.follow());
      // One that failed is told to whoever asked for it, and holds up none after it.
      last = following.catch(() => {});
      return following;
    },
    async end() {
      await last;
      await Promise.all([local.end(), network.end()]);
    },
  };
}
