import { describe, expect, it } from 'vitest';
import type { ProviderInfo } from '../../shared/contract/telephony.ts';
import type { ProviderName } from '../../shared/domain/states.ts';
import { callsUpNow } from './calls-up-now.ts';

const provider = (name: ProviderName, hangUp: boolean): ProviderInfo => ({
  name,
  isSetUp: true,
  can: { hangUp, withdraw: true, record: true, lookUpByReference: true },
});
const providers = [provider('practice', true), provider('bolna', false), provider('elevenlabs', false)];

describe('what can be hung up', () => {
  it('counts the calls of providers that can, and names those that cannot', () => {
    expect(callsUpNow(3, ['practice', 'bolna', 'elevenlabs'], providers, false)).toEqual({
      up: 3,
      hangable: 1,
      holdOut: ['Bolna', 'ElevenLabs'],
    });
    expect(callsUpNow(2, ['bolna', 'bolna'], providers, false)).toEqual({ up: 2, hangable: 0, holdOut: ['Bolna'] });
  });

  it('takes a provider that is no longer set up for one that cannot', () => {
    const gone = [{ ...provider('signalwire', true), isSetUp: false, can: null }];
    expect(callsUpNow(1, ['signalwire'], gone, false)).toMatchObject({ hangable: 0, holdOut: ['SignalWire'] });
  });

  it('knows nothing until it was told, and leaves it to the engine where it cannot be', () => {
    expect(callsUpNow(2, ['bolna'], null, false).hangable).toBeNull();
    expect(callsUpNow(2, ['bolna'], null, true).hangable).toBe(2);
  });
});
