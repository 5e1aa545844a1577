/**
 * The far end as a process of its own, on the same fast time as the engines that are killed beside it: the practice line, or a
 * vendor's emulator over it. What the line counted and every call of it are told at the line's own addresses in each case.
 */
import { systemIds } from '../../src/main/ports/ids.ts';
import { practiceApi } from '../../src/main/telephony/practice/api.ts';
import { startPracticeLine } from '../../src/main/telephony/practice/server.ts';
import type { LineEvent } from '../../src/main/telephony/practice/wire.ts';
import type { PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { serveHandler } from '../emulators/serve.ts';
import { openFarEnd } from '../helpers/far-end.ts';
import { dieWithParent, handedOver, sayNow } from '../helpers/say-now.ts';
import { type FastTime, fastClock } from './fast-clock.ts';
import { onLoopback } from './on-loopback.ts';
import type { Way } from './ways.ts';

export interface LineInput {
  way: Way;
  dataDir: string;
  key: string;
  secret: string;
  webhookPort: number;
  settings: PracticeSettings;
  time: FastTime;
}

/**
 * `delivered`: a delivery that was answered with 200, by the key that the engine keeps it under (the line's own) or by its body
 * (a vendor's).
 */
export type LineSaid = { kind: 'ready'; url: string } | { kind: 'delivered'; key: string } | { kind: 'delivered'; body: string };

dieWithParent();
const { way, time, webhookPort, settings, ...own } = handedOver() as LineInput;
const clock = fastClock(time);
const newId = (bytes: number) => systemIds.secret(bytes);
sayNow({ kind: 'ready', url: way.provider === 'practice' ? await practiceLine() : await emulated(way.provider) } satisfies LineSaid);

async function practiceLine(): Promise<string> {
  const webhookUrl = `http://127.0.0.1:${webhookPort}/webhooks/practice/events`;
  const line = await startPracticeLine({
    ...own,
    settings,
    webhookUrl,
    clock,
    newId,
    port: 0,
    fetch: async (request) => {
      const { event_id: key } = (await request.clone().json()) as LineEvent;
      const response = await fetch(request);
      if (response.ok) sayNow({ kind: 'delivered', key } satisfies LineSaid);
      return response;
    },
  });
  return line.url;
}

async function emulated(provider: ProviderName): Promise<string> {
  const { line, handle } = openFarEnd(provider, {
    clock,
    newId: (bytes) => newId(bytes).replace(/[^A-Za-z0-9]/g, 'x'),
    settings: () => settings,
    receive: async (request) => {
      const body = await request.clone().text();
      const response = await fetch(await onLoopback(request, webhookPort));
      // What was asked and answered is no delivery.
      if (response.ok && !new URL(request.url).pathname.endsWith('/cxml')) sayNow({ kind: 'delivered', body } satisfies LineSaid);
      return response;
    },
    ...(way.mode ? { signalWireMode: way.mode } : {}),
  });
  const truth = practiceApi({ line, key: own.key });
  const isTruth = (request: Request) => /^\/v1\/(observed|calls\b)/.test(new URL(request.url).pathname);
  const { url } = await serveHandler((request) => (isTruth(request) ? truth : handle)(request));
  return url;
}
