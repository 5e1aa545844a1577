/** The practice line behind a server on loopback, and the whole of it put together as the engine and its own process start it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { PracticeSettings } from '../../../shared/domain/practice-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import { exchange, type Fetch } from '../exchange.ts';
import { practiceApi } from './api.ts';
import { fileJournal } from './journal.ts';
import { PracticeLine } from './line.ts';
import type { SendWebhook } from './webhook-sender.ts';

const LOOPBACK = '127.0.0.1';
const WEBHOOK_TIMEOUT_MS = 10_000;
const JOURNAL_FILE = 'practice-line.jsonl';

export interface RunningPracticeServer {
  /** `http://127.0.0.1:N`, without a slash at its end. */
  url: string;
  stop(): Promise<void>;
}

/** Serves a handler on loopback; port 0 takes any that is free. Rejects where the port is taken. */
async function servePractice(api: (request: Request) => Promise<Response>, port: number): Promise<RunningPracticeServer> {
  const server = createServer((incoming, outgoing) => void answer(api, incoming, outgoing));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${taken}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, LOOPBACK, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** A connection that breaks gives the request up; what the handler throws then is of no interest to anyone. */
async function answer(api: (request: Request) => Promise<Response>, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  try {
    const response = await api(requestOf(incoming, gone.signal));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    if (response.body) await pipeline(Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>), outgoing);
    else outgoing.end();
  } catch {
    if (!outgoing.headersSent && !gone.signal.aborted) outgoing.writeHead(500);
    outgoing.end();
  }
}

function requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const { method = 'GET', url = '/' } = incoming;
  const body =
    method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' as const };
  return new Request(`http://${LOOPBACK}${url}`, { method, headers, signal, ...body });
}

export interface PracticeLineOptions {
  clock: Clock;
  newId: (bytes: number) => string;
  /** Where the journal lies. */
  dataDir: string;
  settings: PracticeSettings;
  key: string;
  secret: string;
  /** 0 takes any that is free. */
  port: number;
  /** Where webhooks go: the whole address. Null until somebody listens; what happens before that is told by look-ups only. */
  webhookUrl: string | null;
  fetch: Fetch;
}

export interface RunningPracticeLine extends RunningPracticeServer {
  line: PracticeLine;
  setWebhookUrl(url: string): void;
}

/** Starts the practice line on its journal. Rejects where the port is taken. */
export async function startPracticeLine(options: PracticeLineOptions): Promise<RunningPracticeLine> {
  const { clock, newId, dataDir, settings, key, secret, port, fetch } = options;
  let webhookUrl = options.webhookUrl;
  const setWebhookUrl = (url: string) => {
    webhookUrl = url;
  };
  const send: SendWebhook = async ({ headers, body }) => {
    if (webhookUrl === null) throw new Error('nobody listens for webhooks yet');
    const answered = await exchange(
      { fetch, clock, timeoutMs: WEBHOOK_TIMEOUT_MS },
      new Request(webhookUrl, { method: 'POST', headers, body }),
    );
    if (answered.kind !== 'answered') throw new Error('the webhook was not taken');
    return answered.status;
  };
  const line = new PracticeLine({ clock, newId, journal: fileJournal(join(dataDir, JOURNAL_FILE)), settings, secret, send });
  try {
    const server = await servePractice(practiceApi({ line, key, setWebhookUrl }), port);
    const stop = async () => {
      await server.stop();
      line.stop();
    };
    return { url: server.url, stop, line, setWebhookUrl };
  } catch (error) {
    line.stop();
    throw error;
  }
}
