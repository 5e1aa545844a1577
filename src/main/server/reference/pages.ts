/**
 * The pages of the reference: Swagger UI over the document, from this program's own files. Nothing of it comes from, or goes to,
 * any other address: the policy allows this origin alone, and the one script that is written into the page is named by its hash.
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sendJson } from '../raw-route.ts';
import { refusal } from '../envelope.ts';
import { findStaticFile, sendStaticFile } from '../static-files.ts';

/** Behind `/api`. */
const REFERENCE_PATH = '/reference';
export const isReference = (path: string): boolean => path === REFERENCE_PATH || path.startsWith(`${REFERENCE_PATH}/`);

/** No validator, which is another program's address; what was typed as a token is forgotten with the page. */
const START = `
document.documentElement.classList.toggle('dark-mode', matchMedia('(prefers-color-scheme: dark)').matches);
SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  persistAuthorization: false,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
});
`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ringmaster: the REST interface</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reference/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<noscript>This page needs JavaScript. The document is at <a href="openapi.json">openapi.json</a>.</noscript>
<script src="reference/swagger-ui-bundle.js"></script>
<script>${START}</script>
</body>
</html>
`;

const POLICY = Object.entries({
  'default-src': "'none'",
  'script-src': `'self' 'sha256-${createHash('sha256').update(START).digest('base64')}'`,
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
})
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

const HEADERS = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };

/**
 * Answers a request below `/api/reference`.
 * @param folder where the files of Swagger UI lie; null where the program was started without them.
 */
export async function sendReference(response: ServerResponse, path: string, folder: string | null): Promise<void> {
  const file = folder === null || path === REFERENCE_PATH ? null : findStaticFile(folder, path.slice(REFERENCE_PATH.length));
  if (file !== null) return await sendStaticFile(response, file, HEADERS);
  if (folder === null || path !== REFERENCE_PATH)
    return sendJson(response, 404, refusal('not_found', 'There is no such page. The document is at /api/openapi.json.'));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', ...HEADERS });
  response.end(PAGE);
}
