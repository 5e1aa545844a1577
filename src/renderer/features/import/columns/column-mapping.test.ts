import { describe, expect, it } from 'vitest';
import type { ImportColumn } from '../../../../shared/domain/import-columns.ts';
import type { ImportField } from '../../../../shared/domain/import-fields.ts';
import { mapped } from './column-mapping.ts';

const columns = (['phoneNumber', 'name', 'customField'] as ImportField[]).map(
  (field, index): ImportColumn => ({ index, header: ['Handy', 'Name', 'Büro'][index] ?? '', field, samples: [] }),
);
const third = columns[2] as ImportColumn;

describe('mapped', () => {
  it('takes a field from the column that had it, for two cannot have it', () => {
    expect(mapped(columns, third, 'phoneNumber')).toEqual({ Handy: 'customField', Name: 'name', Büro: 'phoneNumber' });
  });

  it('leaves the others where many columns may be the same', () => {
    expect(mapped(columns, third, 'ignored')).toEqual({ Handy: 'phoneNumber', Name: 'name', Büro: 'ignored' });
  });
});
