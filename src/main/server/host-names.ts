/**
 * Under which name the program is asked, and by which page. A foreign name that was pointed at this computer (DNS rebinding) is
 * refused at every door, and so is a page of another site.
 */
import type { IncomingMessage } from 'node:http';
import { isNamedIn } from '../settings/network-certificate.ts';

/** What a listener stands for. */
export interface Door {
  scheme: 'http' | 'https';
  /** Only programs and people of this computer come in here. */
  local: boolean;
  /** Whether the program is asked rightly under this name or address. */
  isOurs(name: string): boolean;
}

export const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = new Set([LOOPBACK, 'localhost', '::1']);

export const LOCAL_DOOR: Door = { scheme: 'http', local: true, isOurs: (name) => LOOPBACK_NAMES.has(name) };

/** The network's: asked under a name of its certificate, and no other. */
export const networkDoor = (certificate: string): Door => ({ scheme: 'https', local: false, isOurs: isNamedIn(certificate) });

/** What a request says of where it comes from. */
export type Named = Pick<IncomingMessage, 'headers'>;

/** Whether a request came under a name of ours. */
export function isAskedRightly(door: Door, { headers }: Named): boolean {
  const name = /^(?:\[([^\]]+)\]|([^:]+))(?::\d+)?$/.exec(headers.host ?? '');
  return name !== null && door.isOurs((name[1] ?? name[2] ?? '').toLowerCase());
}

/** What the browser calls our own pages: scheme, name and port. */
export const ownOrigin = ({ scheme }: Door, { headers }: Named): string => `${scheme}://${headers.host}`;

/** Whether a page of another site asks. Programs name no page. */
export const isOtherPage = (door: Door, incoming: Named): boolean =>
  incoming.headers.origin !== undefined && incoming.headers.origin !== ownOrigin(door, incoming);
