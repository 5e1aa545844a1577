/**
 * What a page of the desktop program may do, each decision a pure predicate that denies by default. Wired app-wide in
 * `guards.ts`, so that no window can be made without them.
 */

export const SCHEME = 'ringmaster';
export const ORIGIN = `${SCHEME}://app`;

/** Whether a URL is one of our own pages. */
function isOwnPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === `${SCHEME}:` && parsed.host === 'app' && parsed.username === '' && parsed.port === '';
}

/** Whether a window may go to a URL: within our own pages only. */
export const mayNavigate = (url: string): boolean => isOwnPage(url);

/**
 * Whether a link may be handed to the system's browser: addresses of the web under https, no files, no other programs. Without https
 * only what this program itself serves to this computer: the reference of its interface.
 */
export function mayOpenOutside(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null || parsed.username !== '' || parsed.password !== '') return false;
  return (
    parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLoopback(parsed.hostname) && parsed.pathname === '/api/reference')
  );
}

const isLoopback = (host: string) => host === '127.0.0.1' || host === 'localhost' || host === '[::1]';

/** What our own pages may ask of the system: to write what they show to the clipboard, and to fill the screen. */
const GRANTED = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Whether a page may have a permission. @param url of the page that asks. */
export const mayHavePermission = (permission: string, url: string): boolean => GRANTED.has(permission) && isOwnPage(url);

/** Whether a message from a page is heeded: from the top frame of one of our own pages. */
export function isTrustedSender(frame: { url: string; parent: unknown } | null | undefined): boolean {
  return frame !== null && frame !== undefined && frame.parent === null && isOwnPage(frame.url);
}

/** The path of a request in our own scheme; null where it is for no page of ours. */
export const ownPath = (url: string): string | null => (isOwnPage(url) ? new URL(url).pathname : null);
