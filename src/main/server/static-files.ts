/** The built screens as files, by their path; nothing outside their folder. */
import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wav': 'audio/wav',
  '.woff2': 'font/woff2',
};

/** The file of a path inside `folder`, `/` being index.html; null where there is none or the path leads out of it. */
export function findStaticFile(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  if (!file.startsWith(normalize(folder) + sep) || decoded.includes('\0')) return null;
  return isFile(file) ? file : null;
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    // Also a name that is longer than any may be.
    return false;
  }
}

export const mediaTypeOf = (file: string) => MEDIA_TYPES[extname(file)] ?? 'application/octet-stream';

/** Files under assets/ carry a hash of their content in their name; the page itself is asked for anew each time. */
const cacheControlOf = (file: string) => (file.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache');

export async function sendStaticFile(response: ServerResponse, file: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const { size } = statSync(file);
  response.writeHead(200, { 'content-type': mediaTypeOf(file), 'content-length': size, 'cache-control': cacheControlOf(file), ...headers });
  if (response.req.method === 'HEAD') return void response.end();
  await pipeline(createReadStream(file), response);
}
