/** Our own scheme: the built screens, with the policy that says what they may load. Nothing is served by any other name. */
import { readFile } from 'node:fs/promises';
import { contentSecurityPolicy } from '../../server/content-security-policy.ts';
import { findStaticFile, mediaTypeOf } from '../../server/static-files.ts';
import { ownPath, SCHEME } from './security.ts';

/** To be registered before the app is ready. */
export const PRIVILEGES = { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } };

/** Answers a request in our scheme from the folder of the built screens. */
export function pageHandler(folder: string): (request: { url: string; method: string }) => Promise<Response> {
  return async ({ url, method }) => {
    const path = ownPath(url);
    const file = path === null || method !== 'GET' ? null : findStaticFile(folder, path);
    if (file === null) return new Response(null, { status: 404 });
    return new Response(await readFile(file), {
      headers: {
        'content-type': mediaTypeOf(file),
        'content-security-policy': contentSecurityPolicy(),
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      },
    });
  };
}
