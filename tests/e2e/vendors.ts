/** Vendors of telephony on loopback: the emulators over a telephone network of their own, each behind a server. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { systemClock } from '../../src/main/ports/clock.ts';
import { systemIds } from '../../src/main/ports/ids.ts';
import { memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { DEFAULT_PRACTICE, type PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { type BolnaEmulator, bolnaEmulator } from '../emulators/bolna/emulator.ts';
import type { BolnaOptions } from '../emulators/bolna/options.ts';
import { type ElevenLabsEmulator, elevenLabsEmulator } from '../emulators/elevenlabs/emulator.ts';
import type { Emulator, EmulatorParts } from '../emulators/emulator.ts';
import type { Rest } from './rest.ts';

/** What the test sets, and where its vendor answers: give it up with `stop`. */
export interface Vendor<E extends Emulator> {
  emulator: E;
  url: string;
  stop(): Promise<void>;
}

/** The vendor answers, tells and rings at the machine's own time, `speed` times as fast. */
async function aVendor<E extends Emulator>(
  make: (parts: EmulatorParts) => E,
  settings: Partial<PracticeSettings> = {},
): Promise<Vendor<E>> {
  const newId = (bytes: number) => systemIds.secret(bytes).replace(/[^A-Za-z0-9]/g, 'x');
  const line: PracticeLine = new PracticeLine({
    clock: systemClock,
    newId,
    journal: memoryJournal(),
    settings: { ...DEFAULT_PRACTICE, ...settings },
    secret: 'line-secret',
    send: (webhook) => emulator.tell(webhook),
  });
  const emulator: E = make({ clock: systemClock, newId, line, post: (request) => fetch(request) });
  const server = createServer((incoming, outgoing) => {
    void requestOf(incoming)
      .then((request) => emulator.handle(request))
      .then(async (answer) => {
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
        outgoing.end(await buffer(answer.body ?? Readable.from([])));
      });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    emulator,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((done) => {
        emulator.stop();
        line.stop();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/' } = incoming;
  const headers = new Headers(Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]));
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: await buffer(incoming) };
  return new Request(`http://127.0.0.1${url}`, { method, headers, ...body });
}

/** Bolna, set up with its key. */
export async function aBolna(
  rest: Rest,
  given: Partial<BolnaOptions> = {},
  settings: Partial<PracticeSettings> = {},
): Promise<Vendor<BolnaEmulator>> {
  const vendor = await aVendor((parts) => bolnaEmulator(parts, given), settings);
  await rest('PUT', '/settings/telephony', { bolna: { baseUrl: vendor.url, apiKey: vendor.emulator.options.key, timeoutMs: 2_000 } });
  return vendor;
}

/** ElevenLabs, set up with its key. */
export async function anElevenLabs(rest: Rest): Promise<Vendor<ElevenLabsEmulator>> {
  const vendor = await aVendor((parts) => elevenLabsEmulator(parts));
  await rest('PUT', '/settings/telephony', { elevenlabs: { baseUrl: vendor.url, apiKey: vendor.emulator.options.key, timeoutMs: 2_000 } });
  return vendor;
}

/** Takes every request and never answers. */
export async function aSilentServer(): Promise<{ url: string; stop: () => void }> {
  const server = createServer(() => undefined);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
