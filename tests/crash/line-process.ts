/** The practice line as a process of its own, on the same fast time as the engines that are killed beside it. */
import { systemIds } from '../../src/main/ports/ids.ts';
import { startPracticeLine } from '../../src/main/telephony/practice/server.ts';
import type { LineEvent } from '../../src/main/telephony/practice/wire.ts';
import type { PracticeSettings } from '../../src/shared/domain/practice-settings.ts';
import { type FastTime, fastClock } from './fast-clock.ts';
import { dieWithParent, handedOver, sayNow } from '../helpers/say-now.ts';

export interface LineInput {
  dataDir: string;
  key: string;
  secret: string;
  webhookUrl: string;
  settings: PracticeSettings;
  time: FastTime;
}

/** `delivered`: a webhook that was answered with 200, by the key that the engine keeps it under. */
export type LineSaid = { kind: 'ready'; url: string } | { kind: 'delivered'; key: string };

dieWithParent();
const { time, ...given } = handedOver() as LineInput;
const line = await startPracticeLine({
  ...given,
  clock: fastClock(time),
  newId: (bytes) => systemIds.secret(bytes),
  port: 0,
  fetch: send,
});
sayNow({ kind: 'ready', url: line.url } satisfies LineSaid);

async function send(request: Request): Promise<Response> {
  const { event_id: key } = (await request.clone().json()) as LineEvent;
  const response = await fetch(request);
  if (response.ok) sayNow({ kind: 'delivered', key } satisfies LineSaid);
  return response;
}
