/**
 * The practice line as a process of its own: for tests that kill the engine and count at the line, and for trying the engine
 * against a line that outlives it.
 *
 *   --data-dir DIR --key KEY --secret SECRET [--port N] [--webhook-url URL] [--settings JSON]
 *
 * Prints one line of JSON when it is ready: {"ready":true,"url":"http://127.0.0.1:N","pid":…}. SIGTERM ends it.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_PRACTICE } from '../../../shared/domain/practice-settings.ts';
import { systemClock } from '../../ports/clock.ts';
import { systemIds } from '../../ports/ids.ts';
import { readSettings } from './requests.ts';
import { startPracticeLine } from './server.ts';

const { values } = parseArgs({
  options: {
    'data-dir': { type: 'string' },
    key: { type: 'string' },
    secret: { type: 'string' },
    port: { type: 'string', default: '0' },
    'webhook-url': { type: 'string' },
    settings: { type: 'string', default: '{}' },
  },
});

function needed(name: 'data-dir' | 'key' | 'secret'): string {
  const value = values[name];
  if (value) return value;
  process.stderr.write(`--${name} is missing\n`);
  process.exit(2);
}

const line = await startPracticeLine({
  clock: systemClock,
  newId: (bytes) => systemIds.secret(bytes),
  dataDir: needed('data-dir'),
  settings: readSettings(JSON.parse(values.settings), DEFAULT_PRACTICE),
  key: needed('key'),
  secret: needed('secret'),
  port: Number(values.port),
  webhookUrl: values['webhook-url'] ?? null,
  fetch: (request) => fetch(request),
});

const end = () => void line.stop().finally(() => process.exit(0));
process.once('SIGTERM', end);
process.once('SIGINT', end);
process.stdout.write(`${JSON.stringify({ ready: true, url: line.url, pid: process.pid })}\n`);
