/**
 * Who may reach the screens of the browser host at all: whoever opened the address that was printed, once, in this browser.
 * Signing in comes after it. The token of the address works once and becomes a cookie that scripts cannot read.
 */
import { timingSafeEqual } from 'node:crypto';

const TOKEN_PARAMETER = 'key';
const COOKIE_SECONDS = 90 * 24 * 3600;

export interface Access {
  /** The address to print: it lets one browser in. */
  addressFor(origin: string): string;
  /** The cookie for whoever comes with the token for the first time; null for everyone else. */
  enter(url: URL, port: number): string | null;
  /** Whether the cookie header of a request lets it in. */
  isLetIn(cookies: string | undefined, port: number): boolean;
}

/**
 * @param token works once; new at each start.
 * @param key what the cookie holds; kept, so that a page that is open finds the program again after a restart.
 */
export function createAccess(token: string, key: string): Access {
  let used = false;
  return {
    addressFor: (origin) => `${origin}/?${TOKEN_PARAMETER}=${token}`,
    enter(url, port) {
      const given = url.searchParams.get(TOKEN_PARAMETER);
      if (used || given === null || !isSame(given, token)) return null;
      used = true;
      return `${cookieName(port)}=${key}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; SameSite=Strict`;
    },
    isLetIn(cookies, port) {
      const name = cookieName(port);
      const values = (cookies ?? '').split(';').map((cookie) => cookie.trim());
      return values.some((cookie) => cookie.startsWith(`${name}=`) && isSame(cookie.slice(name.length + 1), key));
    },
  };
}

/** Cookies do not tell ports of one computer apart, so the name does. */
const cookieName = (port: number) => `ringmaster-${port}`;

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
