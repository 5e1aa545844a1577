// npm run dev: the renderer with hot reload, against a browser host started from its sources. Changes under src/main need a restart.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CACHE, Failure, ROOT, ended, environment, node24, say, script } from './lib.mjs';
import { ensureDependencies } from './prepare.mjs';

const HOST = 'src/main/hosts/browser/main.ts';

/** Starts the host; resolves to what it says when it is ready. */
function startHost(args) {
  const given = args.includes('--data-dir') ? args : ['--data-dir', join(CACHE, 'dev-data'), ...args];
  const withPort = given.includes('--port') ? given : [...given, '--port', '0'];
  const child = spawn(node24(), [HOST, ...withPort], { cwd: ROOT, stdio: ['inherit', 'pipe', 'inherit'], env: environment() });
  const finished = ended(child);
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = line.startsWith('{') ? JSON.parse(line) : undefined;
      if (told?.ready) resolve(told);
      else console.error(line);
    });
    void finished.then((code) => reject(new Failure(`The host ended with ${code} before it was ready; see above.`)));
  });
  return { child, finished, ready };
}

/** Uses up the address that works once, so that the page comes in by the development server without it. */
async function cookiesOf(url) {
  const answer = await fetch(url, { redirect: 'manual' });
  return answer.headers.getSetCookie().map((line) => line.split(';')[0]);
}

const nameOf = (cookie) => cookie.split('=')[0].trim();

/** The page's own cookies with the host's: those of an earlier host may still lie in the browser under the same names. */
function merged(header, cookies) {
  const ours = new Set(cookies.map(nameOf));
  const theirs = (header ?? '').split(';').filter((cookie) => cookie.trim() && !ours.has(nameOf(cookie)));
  return [...theirs.map((cookie) => cookie.trim()), ...cookies].join('; ');
}

/** Sends the page's requests on as if they came from the host's own; those of any other origin go on as they are. */
function forwarded(target, cookies) {
  const asOwnPage = (request, { headers }) => {
    if (headers.origin && headers.origin !== `http://${headers.host}`) return;
    request.setHeader('origin', target);
    request.setHeader('cookie', merged(headers.cookie, cookies));
  };
  return { target, ws: true, changeOrigin: true, configure: (proxy) => proxy.on('proxyReq', asOwnPage).on('proxyReqWs', asOwnPage) };
}

/** The page's policy forbids what hot reload puts into it; only here is it left out. */
const withoutPolicy = {
  name: 'without-content-security-policy',
  transformIndexHtml: (html) => html.replace(/<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/is, ''),
};

await script(async (args) => {
  await ensureDependencies();
  const { createServer } = await import('vite');
  const { rendererConfig } = await import('./renderer-config.mjs');
  const { child, finished, ready } = startHost(args);
  const { url, rest } = await ready;
  const proxy = forwarded(rest, await cookiesOf(url));
  const config = rendererConfig({ server: { host: '127.0.0.1', proxy: { '/rpc': proxy, '/api': proxy, '/healthz': proxy } } });
  config.plugins.push(withoutPolicy);
  const server = await createServer(config);
  try {
    await server.listen();
    say(`Ringmaster with hot reload: ${server.resolvedUrls.local[0]} (host at ${rest}, Ctrl+C ends both)`);
    return await finished;
  } finally {
    child.kill('SIGTERM');
    await server.close();
  }
});
