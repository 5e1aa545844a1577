/**
 * Where providers send their deliveries: `POST /webhooks/<provider>/…` on loopback, behind whatever tunnel leads there. Beside it
 * only `GET /health` answers, by which a tunnel finds out that it leads here; so a tunnel opens nothing else.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { AppError } from '../../shared/domain/app-error.ts';
import { PROVIDERS, type ProviderName } from '../../shared/domain/states.ts';
import type { Parts } from '../parts.ts';
import type { Instruction, RawDelivery } from '../ports/provider.ts';
import { receiveDelivery, refuseDelivery } from './receive.ts';

const LOOPBACK = '127.0.0.1';
/** Longest body, unless its provider says otherwise: no word of a call comes near it. */
export const BODY_LIMIT = 1024 * 1024;
/** A body that takes longer is cut off. */
export const BODY_MS = 15_000;

export const HEALTH_PATH = '/health';
const HEAD_MS = 10_000;
/** How often senders that dawdle are looked for. */
const LOOK_FOR_SLOW_MS = 5_000;
const INSTANCE_BYTES = 16;

export interface WebhookListener {
  port: number;
  /** A word that only this listener answers with at `GET /health`. */
  instance: string;
  /** Where a provider on this machine sends to. */
  url(provider: ProviderName): string;
  /** Takes a connection that did not come to the port: a tunnel hands over its own. */
  take(stream: Duplex): void;
  stop(): Promise<void>;
}

/** Listens on loopback; port 0 takes any that is free. @throws AppError `webhook_port_taken`. */
export async function startWebhookListener(parts: Parts, port: number): Promise<WebhookListener> {
  const instance = parts.ids.secret(INSTANCE_BYTES);
  // The body has a limit of its own.
  const limits = { headersTimeout: HEAD_MS, connectionsCheckingInterval: LOOK_FOR_SLOW_MS };
  const server = createServer(limits, (incoming, outgoing) => {
    if (incoming.method === 'GET' && incoming.url?.split('?')[0] === HEALTH_PATH) return tellInstance(outgoing, instance);
    answerWebhook(parts, incoming, outgoing).catch((error: unknown) => {
      parts.log.error({ err: error }, 'a delivery could not be answered');
      if (!outgoing.headersSent) end(outgoing, 500);
    });
  });
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    instance,
    take: (stream) => void server.emit('connection', stream),
    url: (provider) => `http://${LOOPBACK}:${taken}/webhooks/${provider}/events`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (cause) => {
      const sentence = `Port ${port} for deliveries cannot be used. Choose another one in Settings → Webhook tunnel, or 0 for any that is free.`;
      fail(new AppError('unavailable', 'webhook_port_taken', sentence, { cause, retryable: false }));
    });
    server.listen(port, LOOPBACK, () => done());
  });
}

/** Answers one request to the webhook routes: the whole of HTTP around `receiveDelivery`. */
async function answerWebhook(parts: Parts, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  // As it came, dots and all: what is signed is signed so, and no other spelling of an address is ours.
  const [, name, path, search = ''] = /^\/webhooks\/([a-z]+)\/([^?]+)(\?.*)?$/s.exec(incoming.url ?? '') ?? [];
  const provider = PROVIDERS.includes(name as ProviderName) ? parts.providers[name as ProviderName] : undefined;
  if (!provider || path === undefined) return end(outgoing, 404);
  if (incoming.method !== 'POST') return end(outgoing.setHeader('allow', 'POST'), 405);

  const limit = provider.deliveryLimit?.(path) ?? BODY_LIMIT;
  const body = await readBody(parts, incoming, limit);
  const receivedAt = parts.clock.now();
  if (body === 'gone') return;
  if (body === 'too-long' || body === 'too-slow') {
    const reason = body === 'too-long' ? `the body is longer than ${limit / BODY_LIMIT} MB` : 'the body did not come within 15 seconds';
    refuseDelivery(parts, `/webhooks/${name}/${path}`, reason, { body: new Uint8Array(), receivedAt });
    return cut(incoming, outgoing, body === 'too-long' ? 413 : 408);
  }
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([header, value]) => [header, value?.toString()]));
  const raw: RawDelivery = { path, query: search, headers, body, receivedAt };
  const instruction = (await provider.instruct?.(raw)) ?? null;
  if (instruction) {
    if (instruction.status >= 400) refuseDelivery(parts, `/webhooks/${name}/${path}`, instruction.body, raw);
    return tell(outgoing, instruction);
  }
  end(outgoing, receiveDelivery(parts, provider, raw).status);
}

/** The body, as it came; or why there is none. */
function readBody({ clock }: Parts, incoming: IncomingMessage, limit: number): Promise<Uint8Array | 'too-long' | 'too-slow' | 'gone'> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (result: Uint8Array | 'too-long' | 'too-slow' | 'gone') => {
      stopTimer();
      incoming.removeAllListeners('data');
      done(result);
    };
    const stopTimer = clock.after(BODY_MS, () => finish('too-slow'));
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limit) finish('too-long');
      else chunks.push(chunk);
    });
    incoming.once('end', () => finish(Buffer.concat(chunks)));
    incoming.once('error', () => finish('gone'));
    incoming.once('close', () => finish('gone'));
  });
}

function tellInstance(outgoing: ServerResponse, instance: string): void {
  tell(outgoing, { status: 200, contentType: 'application/json', body: JSON.stringify({ instance }) });
}

function tell(outgoing: ServerResponse, { status, contentType, body }: Instruction): void {
  outgoing.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(body);
}

function end(outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { 'content-length': '0' }).end();
}

/** Answers and closes the connection: what is left of the body is not waited for. */
function cut(incoming: IncomingMessage, outgoing: ServerResponse, status: number): void {
  outgoing.writeHead(status, { connection: 'close', 'content-length': '0' }).end(() => incoming.destroy());
}
