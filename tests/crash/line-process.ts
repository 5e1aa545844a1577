/** The practice line as a process of its own, on the same fast time as the engines that are killed beside it. */
import { systemIds } from '../../src/main/ports/ids.ts';
import { startPracticeLine } from '../../src/main/telephony/practice/server.ts';
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

export type LineSaid = { kind: 'ready'; url: string };

dieWithParent();
const { time, ...given } = handedOver() as LineInput;
const line = await startPracticeLine({
  ...given,
  clock: fastClock(time),
  newId: (bytes) => systemIds.secret(bytes),
  port: 0,
  fetch: (request) => fetch(request),
});
sayNow({ kind: 'ready', url: line.url } satisfies LineSaid);
