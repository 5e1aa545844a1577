import { describe, expect, it } from 'vitest';
import { aSpace, PROJECT, PROJECT_PATH, PUBLIC_URL } from '../../../../tests/helpers/signalwire-space.ts';
import { A_MONDAY_MORNING, settle } from '../../../../tests/helpers/virtual-clock.ts';

const PROBE = `GET ${PROJECT_PATH}/Calls`;

describe('signalWireProvider', () => {
  it('says what it can do', () => {
    const { provider } = aSpace();
    expect([provider.name, provider.can]).toEqual(['signalwire', { hangUp: true, withdraw: true, record: true, lookUpByReference: false }]);
  });

  it('counts on deliveries where their form is known and they can reach us and be believed', () => {
    const told = (mode: 'swml' | 'cxml', publicUrl: string | null, signingKey: string | null) =>
      aSpace({}, { settings: { mode }, parts: { signingKey: () => signingKey } }).provider.tellsProgress!({
        publicUrl,
        providerAgentId: 'a',
      });
    expect([told('cxml', PUBLIC_URL, 'k'), told('cxml', null, 'k'), told('cxml', PUBLIC_URL, null), told('swml', PUBLIC_URL, 'k')]).toEqual(
      [true, false, false, false],
    );
  });

  it('has the address of its space by name', async () => {
    const { provider, sent } = aSpace({}, { settings: { baseUrl: '', space: 'mine' } });
    await provider.desk!.readAccount();
    expect(sent[0]!.url).toBe(`https://mine.signalwire.com${PROJECT_PATH}/Calls?PageSize=1`);
  });

  it('allows one call a second, or what is set', () => {
    const { provider, settings } = aSpace();
    const T = A_MONDAY_MORNING;
    expect([provider.takeRateToken(T), provider.takeRateToken(T + 500), provider.nextRateTokenAt(T + 500)]).toEqual([
      true,
      false,
      T + 1000,
    ]);
    settings.callsPerSecond = 100;
    expect(provider.takeRateToken(T + 510)).toBe(true);
  });

  it('takes no call on while the address that it would be asked at is coming, which only the way by callbacks needs', () => {
    const T = A_MONDAY_MORNING;
    const taken = (mode: 'swml' | 'cxml', coming: boolean) => {
      const { provider } = aSpace({}, { settings: { mode }, parts: { addressIsComing: () => coming } });
      return [provider.takeRateToken(T), provider.nextRateTokenAt(T)];
    };
    expect([taken('cxml', true), taken('cxml', false), taken('swml', true)]).toEqual([
      [false, T + 1000],
      [true, T + 1000],
      [true, T + 1000],
    ]);
  });

  it('has the smaller of its own ceiling and what this account said', () => {
    const { provider, settings, kept } = aSpace();
    expect(provider.accountLimit()).toBeNull();
    kept.account = { name: PROJECT, limit: 5, up: null };
    expect(provider.accountLimit()).toBe(5);
    settings.accountLimit = 3;
    expect(provider.accountLimit()).toBe(3);
    settings.accountLimit = 9;
    kept.account = { name: 'another project', limit: 5, up: null };
    expect(provider.accountLimit()).toBe(9);
  });

  it('compares clocks with one question, and asks again when the clock was set', async () => {
    const { provider, clock, sent } = aSpace({
      [PROBE]: [200, { calls: [] }, { date: new Date(A_MONDAY_MORNING - 60_000).toUTCString() }],
    });
    expect([provider.clockOffsetMs!(), provider.clockOffsetMs!()]).toEqual([null, null]);
    await settle();
    expect(Math.abs(provider.clockOffsetMs!()! - 60_000)).toBeLessThanOrEqual(1000);
    expect(sent).toHaveLength(1);
    clock.jump(3_600_000);
    expect(provider.clockOffsetMs!()).toBeNull();
    await settle();
    expect([sent.length, provider.clockOffsetMs!()! > 3_600_000]).toEqual([2, true]);
  });

  it('asks for the time not again within a minute where nothing answered, and never where nothing is set up', async () => {
    const { provider, clock, sent } = aSpace({ [PROBE]: new Error('refused') });
    provider.clockOffsetMs!();
    await settle();
    provider.clockOffsetMs!();
    await clock.advance(59_000);
    provider.clockOffsetMs!();
    await settle();
    expect(sent).toHaveLength(1);
    await clock.advance(1000);
    provider.clockOffsetMs!();
    await settle();
    expect(sent).toHaveLength(2);
    const none = aSpace({}, { parts: { token: () => '' } });
    none.provider.clockOffsetMs!();
    await settle();
    expect(none.sent).toEqual([]);
  });
});
