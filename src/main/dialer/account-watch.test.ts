import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../tests/helpers/builders.ts';
import type { TelephonyProvider } from '../ports/provider.ts';
import { AccountWatch } from './account-watch.ts';

const MINUTE = 60_000;
let world: World;
let watch: AccountWatch;
let asked: number;
const providers: { bolna?: TelephonyProvider } = {};

beforeEach(() => {
  asked = 0;
  delete providers.bolna;
  world = openWorld({ providers });
  watch = new AccountWatch(world);
});
afterEach(() => {
  watch.stop();
  world.close();
});

const setUp = (readAccount = async () => ({ kind: 'told' as const, value: { name: 'a', limit: 3, up: 0 } })) => {
  const counted = () => ((asked += 1), readAccount());
  providers.bolna = { name: 'bolna', desk: { readAccount: counted } } as unknown as TelephonyProvider;
  world.data.database.write(() => world.data.settings.writeTx('telephony.bolna', {}, 0));
};

describe('AccountWatch', () => {
  it('asks at its start, every ten minutes, and not after it was stopped', async () => {
    setUp();
    watch.start();
    await world.clock.advance(0);
    expect(asked).toBe(1);
    await world.clock.advance(25 * MINUTE);
    expect(asked).toBe(3);
    watch.stop();
    await world.clock.advance(60 * MINUTE);
    expect([asked, world.clock.waiting]).toEqual([3, 0]);
  });

  it('asks soon after a provider was set up, once for several changes', async () => {
    watch.start();
    await world.clock.advance(MINUTE);
    setUp();
    setUp();
    await world.clock.advance(2_000);
    expect(asked).toBe(1);
  });

  it('goes on after a provider that fails', async () => {
    setUp(() => Promise.reject(new Error('broken')));
    watch.start();
    await world.clock.advance(21 * MINUTE);
    expect(asked).toBe(3);
  });
});
