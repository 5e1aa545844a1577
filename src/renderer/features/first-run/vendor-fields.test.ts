import { describe, expect, it } from 'vitest';
import { TelephonyChange } from '../../../shared/contract/telephony-settings.ts';
import { changeOf, FIELDS, problemsOf } from './vendor-fields.ts';

const typed = {
  'signalwire.space': 'example',
  'signalwire.projectId': 'p1',
  'signalwire.token': 'PT1',
  'signalwire.callerNumber': '+12025550118',
  'elevenlabs.apiKey': 'sk_1',
};

describe('what a provider needs at first', () => {
  it('is sent to the provider whose it is', () => {
    expect(changeOf('bolna', { 'bolna.apiKey': 'bn-1', ...typed })).toEqual({ bolna: { apiKey: 'bn-1' } });
    const change = changeOf('signalwire', typed);
    expect(change).toEqual({
      signalwire: { space: 'example', projectId: 'p1', token: 'PT1', callerNumber: '+12025550118' },
      elevenlabs: { apiKey: 'sk_1' },
    });
    expect(TelephonyChange.safeParse(change).success).toBe(true);
    expect(problemsOf('signalwire', typed)).toEqual({});
  });

  it('is asked for where it is missing or wrong', () => {
    expect(Object.keys(problemsOf('signalwire', {})).toSorted()).toEqual(FIELDS.signalwire.map(({ name }) => name).toSorted());
    expect(problemsOf('bolna', { 'bolna.apiKey': ' ' })).toEqual({ 'bolna.apiKey': 'This is needed.' });
    expect(problemsOf('signalwire', { ...typed, 'signalwire.space': 'two words' })).toEqual({
      'signalwire.space': 'Write the name of the space, as in name.signalwire.com.',
    });
  });
});
