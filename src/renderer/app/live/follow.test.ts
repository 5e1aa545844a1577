import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../../../shared/contract/live.ts';
import { type Following, follow } from './follow.ts';

const event = (number: number) => ({ number }) as LiveEvent;

/** Streams in their order; each ends, breaks, or says that nobody is signed in. */
async function following(...streams: { events: number[]; ending?: 'break' | 'signed-out' }[]) {
  const stop = new AbortController();
  const seen = { asked: [] as (number | undefined)[], applied: [] as number[], refused: 0, pauses: 0 };
  const options: Following = {
    async subscribe(after) {
      seen.asked.push(after);
      const stream = streams.shift();
      if (!stream) {
        stop.abort();
        throw new Error('the test is over');
      }
      return (async function* () {
        for (const number of stream.events) yield event(number);
        if (stream.ending === 'break') throw new Error('the line broke');
        if (stream.ending === 'signed-out') throw notSignedIn;
      })();
    },
    apply: ({ number }) => seen.applied.push(number),
    refused: () => {
      seen.refused += 1;
    },
    async pause() {
      seen.pauses += 1;
    },
    signal: stop.signal,
  };
  await follow(options);
  return seen;
}

const data = { code: 'not_signed_in', details: [], retryable: false, data: {} };
const notSignedIn = new ORPCError('NOT_SIGNED_IN', { status: 401, message: 'Sign in again.', defined: true, data });

describe('follow', () => {
  it('asks for what came after the last event, whether the stream broke or ended', async () => {
    const seen = await following({ events: [5, 6], ending: 'break' }, { events: [7] }, { events: [] });
    expect(seen).toEqual({ asked: [undefined, 6, 7, 7], applied: [5, 6, 7], refused: 0, pauses: 3 });
  });

  it('stops where the engine no longer knows who listens, and says so', async () => {
    const seen = await following({ events: [5], ending: 'signed-out' }, { events: [6] });
    expect(seen).toEqual({ asked: [undefined], applied: [5], refused: 1, pauses: 0 });
  });
});
