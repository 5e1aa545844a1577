/**
 * Random requests to a provider's address: random bytes, and right deliveries with one thing wrong. None of them proves that a call
 * ended that is up: what is rightly signed speaks of calls that nobody made. Bolna signs nothing, so there it may speak of any.
 */
import type { ProviderName } from '../../src/shared/domain/states.ts';
import { aDelivery, BODIES, type Delivered, pathOf, type Says, signed } from './delivered.ts';
import { PATH_SECRET } from './far-end.ts';

export interface Noise extends Delivered {
  /** It comes to the right address, and is signed where its provider signs. */
  mayBeTaken: boolean;
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const below = (random: Random, n: number) => Math.floor(random() * n);

export function forged(random: Random, provider: ProviderName, up: Says, at: number): Noise {
  const says = provider === 'bolna' || random() < 0.5 ? up : nobody(random);
  const delivered = aDelivery(provider, says, at);
  switch (below(random, 5)) {
    case 0:
      return { ...delivered, path: noisyPath(random, provider, up), mayBeTaken: false };
    case 1:
      return {
        ...delivered,
        body: noisyBody(random, delivered.body),
        headers: noisyHeaders(random, delivered.headers),
        mayBeTaken: provider === 'bolna',
      };
    case 2:
      return { ...delivered, body: randomBytes(random), mayBeTaken: provider === 'bolna' };
    case 3:
      return {
        ...delivered,
        headers: signed(provider, delivered.path, delivered.body, { at, wrongKey: true }),
        mayBeTaken: provider === 'bolna',
      };
    default:
      return rightlySigned(random, provider, up, at);
  }
}

/** As a vendor gone mad would send it, of calls that are not ours. */
function rightlySigned(random: Random, provider: ProviderName, up: Says, at: number): Noise {
  const says = provider === 'bolna' ? up : { ...nobody(random), ...(provider === 'signalwire' ? { reference: up.reference } : {}) };
  // SignalWire names the call in the address as well, and says there of our own what it says: only what means nothing is sent.
  const body =
    provider === 'signalwire'
      ? new URLSearchParams({ [word(random)]: word(random) }).toString()
      : noisyJson(random, BODIES[provider](says));
  const path = pathOf(provider, says.reference);
  return { path, body, headers: signed(provider, path, body, { at }), mayBeTaken: true };
}

const nobody = (random: Random): Says => ({ providerCallId: `nobody-${word(random)}`, reference: `call_${word(random)}` });

const WORDS = [
  '',
  'a',
  'null',
  '__proto__',
  'constructor',
  '0',
  '-1',
  '1e999',
  '%00',
  '%',
  '../..',
  'ü',
  '\u202e',
  '💥',
  "' OR 1=1 --",
  '<!ENTITY>',
];
const word = (random: Random): string => (random() < 0.3 ? encodeURIComponent(pick(random, WORDS)) : below(random, 2 ** 31).toString(36));

function noisyPath(random: Random, provider: ProviderName, { reference }: Says): string {
  // The practice line has no secret word: there is no wrong path of it but one that is not there.
  const tails = provider === 'practice' ? ['events'] : [PATH_SECRET, `${PATH_SECRET}/${word(random)}/${reference}`, 'events', ''];
  const spoiled = [
    (tail: string) => `/webhooks/${provider}/${word(random)}${tail}`,
    (tail: string) => `/webhooks/${provider}//${tail}x`,
    (tail: string) => `/webhooks/${provider}/../${provider}/${tail}`,
    (tail: string) => `/webhooks/${provider.toUpperCase()}/${tail}`,
    (tail: string) => `/webhook/${provider}/${tail}`,
    (tail: string) => `/${word(random)}/webhooks/${provider}/${tail}?${word(random)}`,
  ];
  const path = pick(random, provider === 'practice' ? spoiled.slice(3) : spoiled)(pick(random, tails));
  return path === pathOf(provider, reference) ? '/' : path;
}

/** A body that is another one, and so is not what was signed. */
function noisyBody(random: Random, body: string): string {
  const at = below(random, body.length);
  const cut = [body.slice(0, at), body.slice(at), `${body} `, body.slice(0, at) + pick(random, WORDS.slice(1)) + body.slice(at)];
  const noisy = pick(random, cut);
  return noisy === body ? `${body}x` : noisy;
}

function noisyHeaders(random: Random, headers: Record<string, string>): Record<string, string> {
  const noisy = Object.entries(headers).map(([name, value]): [string, string] => {
    const at = below(random, value.length);
    return [
      name,
      pick(random, [value, value.slice(0, at), value.toUpperCase(), `${value},${value}`, '', `t=1,v0=${'0'.repeat(64)}`, 't=,v1=']),
    ];
  });
  return { ...Object.fromEntries(noisy), [`x-${below(random, 99)}`]: 'y'.repeat(below(random, 500)), 'content-type': pick(random, TYPES) };
}

const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/json; charset=utf-16',
  'multipart/form-data',
  '',
];

const randomBytes = (random: Random): string => {
  const length = pick(random, [0, 1, 10, 300, 5_000]);
  return Buffer.from(Array.from({ length }, () => below(random, 256))).toString('latin1');
};

/** One value of the object is another one, or lies very deep. */
function noisyJson(random: Random, text: string): string {
  const value = JSON.parse(text) as Record<string, unknown>;
  let holder = value;
  for (;;) {
    const name = pick(random, Object.keys(holder));
    const inner = holder[name];
    if (typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && random() < 0.7) {
      holder = inner as Record<string, unknown>;
      continue;
    }
    holder[name] = anything(random);
    const noisy = JSON.stringify(value);
    return random() < 0.02 ? noisy.replace(/\}$/, `,"deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}`) : noisy;
  }
}

const anything = (random: Random): unknown =>
  pick<unknown>(random, [
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    'completed',
    'done',
    [],
    {},
    [[]],
    { length: 1e9 },
    'x'.repeat(2_000),
    pick(random, WORDS),
    [null],
    { toString: 1 },
  ]);
