/** The one client of the contract: over the port of the desktop's preload, or over the socket of the browser host. */
import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { type Bridge, PORT_MESSAGE } from '../../../shared/bridge.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { authorization, token, tokenRefused } from '../session/token.ts';
import { setLine } from './line-state.ts';
import { pause, worthATry } from './pause.ts';
import { socketLink } from './socket-link.ts';
import { isSignedOut } from './told.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

export type Api = ContractRouterClient<AppContract>;

/** How long a request waits for the line to come back, before a person is told. */
const PATIENCE_MS = 8_000;

type Link = ClientLink<ClientContext>;

function overPort(): Link {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(PORT_MESSAGE, window.location.origin, [port2]);
  port1.start();
  setLine('up');
  return new PortLink({ port: port1, headers: authorization });
}

function overSocket(): Link {
  const url = new URL('rpc', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  url.search = '';
  return socketLink({ url: url.href, headers: authorization, tell: setLine, pause: worthATry, patience: () => pause(PATIENCE_MS) });
}

/** Whatever is asked: where the engine does not know us any more, whoever holds the session hears of it. */
function listening(link: Link): Link {
  return {
    async call(path, input, options) {
      const used = token();
      try {
        return await link.call(path, input, options);
      } catch (error) {
        // A new password gave this page a new token meanwhile: the old one is refused, and nobody is signed out.
        if (isSignedOut(error) && token() === used) tokenRefused();
        throw error;
      }
    },
  };
}

export const onDesktop = window.bridge?.host === 'desktop';

/** Made once, when the page is loaded. */
export const api: Api = createORPCClient(listening(onDesktop ? overPort() : overSocket()));
