import { describe, expect, it } from 'vitest';
import { ImportBeginning } from '../../shared/contract/files.ts';
import { CampaignSettings } from '../../shared/contract/campaigns.ts';
import { readFields } from './form-fields.ts';

describe('readFields', () => {
  it('reads switches, numbers and lists from text, and leaves out what is empty', () => {
    const fields = { target: 'campaign', hasHeader: 'false', refuseUnassigned: 'true', mapping: '{"Handy":"phoneNumber"}', encoding: ' ' };
    expect(readFields(ImportBeginning, fields)).toEqual({
      target: 'campaign',
      hasHeader: false,
      refuseUnassigned: true,
      mapping: { Handy: 'phoneNumber' },
    });
  });

  it('keeps a tab, and reads nothing where a field may be nothing', () => {
    expect(readFields(ImportBeginning, { target: 'campaign', delimiter: '\t', defaultCountry: 'null' })).toEqual({
      target: 'campaign',
      delimiter: '\t',
      defaultCountry: null,
    });
  });

  it('leaves a name alone that only looks like nothing', () => {
    const fields = { name: 'null', agentId: 'a', nextAction: 'Ask', firstCallTime: '09:00', lastCallTime: '18:00' };
    expect(readFields(CampaignSettings, fields)).toMatchObject({ name: 'null' });
  });

  it('names what is wrong', () => {
    expect(() => readFields(ImportBeginning, { target: 'campaign', defaultCountry: 'Germany' })).toThrow('defaultCountry');
  });
});
