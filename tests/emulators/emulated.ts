/** A vendor emulated in the same process, without sockets, on the world's time; what it sends is kept. */
import { memoryJournal } from '../../src/main/telephony/practice/journal.ts';
import { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import { aPracticeSetting, type LinkedLineOptions } from '../helpers/practice-line.ts';
import { seededIds } from '../helpers/seeded-ids.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';
import type { Emulator, EmulatorParts } from './emulator.ts';

export interface Posted {
  at: number;
  url: string;
  headers: Headers;
  /** The raw bytes as text. */
  text: string;
  body: Record<string, unknown>;
}

export interface EmulatedOptions {
  settings?: LinkedLineOptions['settings'];
  /** What a delivery is answered with; `no-answer` rejects. All are taken unless given. */
  answer?: (nth: number) => number | 'no-answer';
}

export function emulated<E extends Emulator>(make: (parts: EmulatorParts) => E, { settings, answer }: EmulatedOptions = {}) {
  const clock = new VirtualClock();
  const ids = seededIds(7);
  const posts: Posted[] = [];
  const newId = (bytes: number) => ids.secret(bytes).replace(/[^A-Za-z0-9]/g, 'x');
  const line: PracticeLine = new PracticeLine({
    clock: clock.world,
    newId,
    journal: memoryJournal(),
    settings: aPracticeSetting(settings),
    secret: 'line-secret',
    send: (webhook) => emulator.tell(webhook),
  });
  const emulator: E = make({
    clock: clock.world,
    newId,
    line,
    post: async (request) => {
      const text = await request.text();
      const nth = posts.length;
      posts.push({ at: clock.now(), url: request.url, headers: request.headers, text, body: JSON.parse(text) as Record<string, unknown> });
      const status = answer?.(nth) ?? 200;
      if (status === 'no-answer') throw new TypeError('nobody listens');
      return new Response(null, { status });
    },
  });
  return { clock, line, emulator, posts };
}

/** Reads an answer in JSON as a test looks at it. */
// oxlint-disable-next-line typescript/no-explicit-any
export const read = async (response: Response | Promise<Response>): Promise<any> => (await response).json();
