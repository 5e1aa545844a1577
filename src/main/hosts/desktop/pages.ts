/**
 * Our own scheme: the built screens, with the policy that says what they may load, and what the engine gives out as a file.
 * Nothing is served by any other name.
 */
import { readFile } from 'node:fs/promises';
import { readScreensPage } from '../../server/screens-page.ts';
import { findStaticFile, mediaTypeOf } from '../../server/static-files.ts';
import { ownPath, SCHEME } from './security.ts';

/** To be registered before the app is ready. */
export const PRIVILEGES = { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } };

/** What the engine gives out over HTTP alone: exports, refused rows, recordings. */
const FILES = '/api/';

/**
 * Answers a request in our scheme from the folder of the built screens, or, for a file of the engine's, from its own port.
 * @param rest where the engine listens, `http://127.0.0.1:PORT`.
 */
export function pageHandler(folder: string, rest: string): (request: Request) => Promise<Response> {
  return async ({ url, method, headers }) => {
    const path = ownPath(url);
    if (path === null || method !== 'GET') return new Response(null, { status: 404 });
    if (path.startsWith(FILES)) return await fetch(`${rest}${path}${new URL(url).search}`, { headers: whoAsks(headers) });
    const file = findStaticFile(folder, path);
    if (file === null) return new Response(null, { status: 404 });
    const { body, policy } = await contentOf(file);
    return new Response(body, {
      headers: {
        'content-type': mediaTypeOf(file),
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      },
    });
  };
}

/** A page with the nonce of its policy; every other file as it lies, and nothing runs in it where it is opened by itself. */
async function contentOf(file: string): Promise<{ body: string | Buffer<ArrayBuffer>; policy: string }> {
  if (!file.endsWith('.html')) return { body: await readFile(file), policy: "default-src 'none'" };
  const { html, policy } = await readScreensPage(file);
  return { body: html, policy };
}

/** Of the page's headers only who is signed in: the engine decides by that alone. */
function whoAsks(headers: Headers): Record<string, string> {
  const authorization = headers.get('authorization');
  return authorization === null ? {} : { authorization };
}
