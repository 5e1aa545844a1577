import { describe, expect, it } from 'vitest';
import type { Import } from '../../../../shared/contract/imports.ts';
import { columnsOf, mappingOf } from './list-import.ts';

const column = (header: string, field: Import['columns'][number]['field'], index: number) => ({ header, field, index, samples: [] });
const list = { columns: [column('Tel', 'phoneNumber', 0), column('Grund', 'reason', 1), column('Name', 'name', 2)] };

describe('a do-not-call list', () => {
  it('says which column is what, and takes another in its place', () => {
    expect(columnsOf(list)).toEqual({ phoneNumber: 'Tel', reason: 'Grund' });
    expect(mappingOf(list, { phoneNumber: 'Name', reason: '' })).toEqual({ Tel: 'ignored', Grund: 'ignored', Name: 'phoneNumber' });
    expect(mappingOf(list, { phoneNumber: 'Grund', reason: 'Grund' })).toEqual({ Tel: 'ignored', Grund: 'phoneNumber', Name: 'ignored' });
  });
});
