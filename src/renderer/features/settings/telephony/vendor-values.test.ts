import { describe, expect, it } from 'vitest';
import { BolnaChange, ElevenLabsChange, SignalWireChange } from '../../../../shared/contract/telephony-settings.ts';
import { DEFAULT_BOLNA, DEFAULT_ELEVENLABS, DEFAULT_SIGNALWIRE } from '../../../../shared/domain/provider-settings.ts';
import { bolnaValues, elevenLabsValues, signalWireValues, vendorChange, vendorErrors } from './vendor-values.ts';

const answer = { isSetUp: false, account: null };
const bolna = bolnaValues({ ...DEFAULT_BOLNA, ...answer, apiKeySet: true });
const signalwire = signalWireValues({ ...DEFAULT_SIGNALWIRE, ...answer, tokenSet: false, signingKeySet: false });
const elevenlabs = elevenLabsValues({ ...DEFAULT_ELEVENLABS, ...answer, apiKeySet: false, webhookSecretSet: false });

describe('the form of a vendor', () => {
  it('begins right, and as it was given', () => {
    expect([
      vendorErrors(BolnaChange, bolna),
      vendorErrors(SignalWireChange, signalwire),
      vendorErrors(ElevenLabsChange, elevenlabs),
    ]).toEqual([{}, {}, {}]);
    expect(vendorChange(elevenlabs)).toEqual(DEFAULT_ELEVENLABS);
  });

  it('leaves a key that was not typed, sends a new one, and takes one away', () => {
    const withKeys = { ...signalwire, token: 'PT1', signingKey: null };
    expect(vendorChange(withKeys)).toMatchObject({ token: 'PT1', signingKey: null });
    expect(vendorChange(bolna)).not.toHaveProperty('apiKey');
  });

  it('sends of numbers what was changed alone, and an emptied ceiling as none', () => {
    expect(vendorChange({ accountLimit: '', timeoutSeconds: '2.5' })).toEqual({ accountLimit: null, timeoutMs: 2_500 });
    expect(vendorChange({ callsPerSecond: '2' })).toEqual({ callsPerSecond: 2 });
  });

  it('says at each field what is wrong', () => {
    expect(vendorErrors(BolnaChange, { ...bolna, baseUrl: 'http://example.com', callsPerSecond: 'x', accountLimit: '0' })).toEqual({
      baseUrl: 'Keys are only sent to an address that begins with https://.',
      callsPerSecond: 'Write a number.',
      accountLimit: 'Write a number from 1 to 100,000.',
    });
    expect(vendorErrors(SignalWireChange, { ...signalwire, space: 'no spaces' })).toEqual({
      space: 'Write the name of the space, as in name.signalwire.com.',
    });
  });
});
