import { describe, expect, it } from 'vitest';
import { applyMapping, columnsOf, guessFields, looksLikePhone } from './import-columns.ts';
import { fieldOfHeader, fieldOfWord, headerKey } from './import-fields.ts';

const head = (headers: string[] | null, ...rows: string[][]) => ({ hasHeader: headers !== null, headers, rows });
const fields = (headers: string[] | null, ...rows: string[][]) => guessFields(head(headers, ...rows), {}).map(({ field }) => field);

describe('fieldOfHeader', () => {
  it.each([
    ['PHONE_NUMBER', 'phoneNumber'],
    ['Phone number', 'phoneNumber'],
    ['\uFEFFTelefon', 'phoneNumber'],
    ['Téléphone', 'phoneNumber'],
    ['TELEFONO', 'phoneNumber'],
    ['Teléfono móvil', 'phoneNumber'],
    ['電話番号', 'phoneNumber'],
    ['E-Mail', 'email'],
    ['e_mail', 'email'],
    ['メールアドレス', 'email'],
    ['Firma', 'company'],
    ['Société', 'company'],
    ['Vorname', 'firstName'],
    ['Nachname', 'lastName'],
    ['Prénom', 'firstName'],
    ['氏名', 'name'],
    ['Full Name', 'name'],
    ['Time Zone', 'timeZone'],
  ])('reads %s as %s', (header, field) => expect(fieldOfHeader(header)).toBe(field));

  it('knows nothing of other words', () => expect(fieldOfHeader('Lieblingsfarbe')).toBeNull());

  it('takes a note for a reason only where reasons are asked for', () => {
    expect([fieldOfHeader('Notes'), fieldOfHeader('Notes', true)]).toEqual([null, 'reason']);
  });
});

describe('headerKey', () => {
  it('makes one of all ways to write a header', () => {
    expect(new Set(['Phone Number', 'phone_number', ' PHONE-NUMBER ', 'Phöne Númber'].map(headerKey))).toEqual(new Set(['phonenumber']));
  });
});

describe('guessFields', () => {
  it('finds a longer header where no column says it outright', () => {
    expect(fields(['Home Phone', 'E-mail 1 - Value', 'Plan'], ['+4930123456', 'a@b.example', 'Gold'])).toEqual([
      'phoneNumber',
      'email',
      'customField',
    ]);
  });

  it('takes a customer number for no phone number', () => {
    expect(fields(['Number', 'Work phone 1'], ['A-17', '+49 30 123456'], ['A-18', '+49 30 123457'])).toEqual([
      'customField',
      'phoneNumber',
    ]);
  });

  it('gives one field to one column', () => {
    expect(fields(['Phone', 'Mobile', 'Name', 'Contact'], ['+49 30 123456', '+49 151 23456789', 'Ada', 'Bob'])).toEqual([
      'phoneNumber',
      'customField',
      'name',
      'customField',
    ]);
  });

  it('reads "Name, Vorname" as last and first, a whole name beside a first one as whole, and a part alone as whole', () => {
    expect(fields(['Name', 'Vorname', 'Tel'], ['Lovelace', 'Ada', '+4930123456'])).toEqual(['lastName', 'firstName', 'phoneNumber']);
    expect(fields(['Name', 'First name', 'Tel'], ['Ada Lovelace', 'Ada', '+4930123456'])).toEqual(['name', 'firstName', 'phoneNumber']);
    expect(fields(['Nombre', 'Tel'], ['Ada Lovelace', '+4930123456'])).toEqual(['name', 'phoneNumber']);
  });

  it('finds the number by its values where no header names it', () => {
    expect(fields(['Was', 'Wohin'], ['Katalog', '+49 30 1234567'], ['Muster', '+49 30 1234568'])).toEqual(['customField', 'phoneNumber']);
  });

  it('goes by values alone where there is no header', () => {
    expect(fields(null, ['Ada Lovelace', '+44 20 7946 0958', 'ada@example.com'], ['Bo', '+44 20 7946 0959', ''])).toEqual([
      'name',
      'phoneNumber',
      'email',
    ]);
  });
});

describe('columnsOf', () => {
  it('names what has no name and parts what has the same', () => {
    const columns = columnsOf(head(['Note', '', 'Note'], ['a', 'b', 'c', 'd']));
    expect(columns.map(({ header }) => header)).toEqual(['Note', 'Column 2', 'Note 2']);
    expect(columnsOf(head(null, ['a'], ['b', 'c'])).map(({ header }) => header)).toEqual(['Column 1', 'Column 2']);
  });

  it('shows the first five values that are there', () => {
    const rows = ['', 'a', 'b', ' ', 'c', 'd', 'e', 'f'].map((value) => [value]);
    expect(columnsOf(head(['x'], ...rows))[0]?.samples).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('applyMapping', () => {
  const columns = guessFields(head(['Name', 'Phone', 'Handy'], ['Ada', '+49 30 123456', '+49 151 23456789']), {});
  const mapped = (mapping: Record<string, string>) => applyMapping(columns, mapping).map(({ field }) => field);

  it('reads column to field and field to column', () => {
    expect(mapped({ Handy: 'phoneNumber' })).toEqual(['name', 'customField', 'phoneNumber']);
    expect(mapped({ phone_number: 'handy' })).toEqual(['name', 'customField', 'phoneNumber']);
  });

  it('leaves out what is to be ignored', () => expect(mapped({ Handy: 'ignored' })).toEqual(['name', 'phoneNumber', 'ignored']));

  it('refuses a column that is not there, a field that is none, and one field for two columns', () => {
    expect(() => mapped({ phoneNumber: 'Fax' })).toThrow('no column “Fax”');
    expect(() => mapped({ Handy: 'shoe size' })).toThrow('“shoe size” is nothing');
    expect(() => mapped({ Phone: 'phoneNumber', Handy: 'phoneNumber' })).toThrow('Two columns');
  });
});

describe('looksLikePhone', () => {
  it('takes numbers without a country for phone numbers, and short figures not', () => {
    expect(['030 1234567', '0151-23456789', '9.19E+11', '42', '2026', 'Ada'].map((value) => looksLikePhone(value, undefined))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('fieldOfWord', () => {
  it('knows fields as scripts write them', () => {
    expect(['phoneNumber', 'phone_number', 'custom', 'skip', 'first name', 'nonsense'].map(fieldOfWord)).toEqual([
      'phoneNumber',
      'phoneNumber',
      'customField',
      'ignored',
      'firstName',
      null,
    ]);
  });
});
