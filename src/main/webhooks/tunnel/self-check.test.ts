import { describe, expect, it } from 'vitest';
import { settle, VirtualClock } from '../../../../tests/helpers/virtual-clock.ts';
import { checkItself, type Fetch } from './self-check.ts';

const URL_HERE = 'https://hooks.example.com/path';
const WORD = 'word-of-this-run';

const check = (fetch: Fetch, clock = new VirtualClock(), signal = new AbortController().signal) =>
  checkItself({ fetch, clock, answerMs: 10_000 }, URL_HERE, WORD, signal);

const failing =
  (code: string): Fetch =>
  () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }));
const answering =
  (body: string, status = 200): Fetch =>
  () =>
    Promise.resolve(new Response(body, { status }));

describe('checkItself', () => {
  it('asks the health path under the public address, once, following nothing', async () => {
    const asked: Request[] = [];
    const answer = await check((request) => {
      asked.push(request);
      return Promise.resolve(Response.json({ instance: WORD }));
    });
    expect(answer).toBeNull();
    expect(asked.map(({ method, url, redirect }) => [method, url, redirect])).toEqual([['GET', `${URL_HERE}/health`, 'manual']]);
  });

  it.each<[string, Fetch, RegExp]>([
    ['another instance', answering('{"instance":"other"}'), /^Another running Ringmaster answers at https:\/\/hooks\.example\.com\/path\./],
    ['a page of something else', answering('<html>'), /does not lead here: its answer was 200/],
    ['its own word with a bad status', answering(JSON.stringify({ instance: WORD }), 502), /does not lead here: its answer was 502/],
    ['a word that is no text', answering('{"instance":7}'), /does not lead here/],
    ['null', answering('null'), /does not lead here/],
    ['a name that is not known', failing('ENOTFOUND'), /The name in .* cannot be found/],
    ['a certificate that is over', failing('CERT_HAS_EXPIRED'), /certificate .* not valid \(CERT_HAS_EXPIRED\)/],
    ['a closed port', failing('ECONNREFUSED'), /cannot be reached \(ECONNREFUSED\)\.$/],
    ['something without a name', () => Promise.reject(new Error('x')), /cannot be reached\.$/],
  ])('is not satisfied by %s', async (_what, fetch, sentence) => {
    expect(await check(fetch)).toMatch(sentence);
  });

  it('gives up an answer that does not come, and leaves no timer behind', async () => {
    const clock = new VirtualClock();
    let given: AbortSignal | undefined;
    const answer = check((request) => {
      given = request.signal;
      return new Promise(() => {});
    }, clock);
    await clock.advance(9_999);
    expect(given?.aborted).toBe(false);
    await clock.advance(1);
    expect(await answer).toBe(`${URL_HERE} did not answer within 10 seconds.`);
    expect([given?.aborted, clock.waiting]).toEqual([true, 0]);
  });

  it('ends at once when it is stopped', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    let over = false;
    void check(() => new Promise(() => {}), clock, stop.signal).then(() => (over = true));
    await settle();
    stop.abort();
    await settle();
    expect([over, clock.waiting]).toEqual([true, 0]);
  });
});
