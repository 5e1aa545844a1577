import { describe, expect, it } from 'vitest';
import { readHead } from './file-head.ts';

const read = (text: string, choices = {}) => readHead(text, true, choices);

describe('readHead', () => {
  it.each([
    [',', 'name,phone\n"Lovelace, Ada",+4930123456\n'],
    [';', 'Name;Telefon;Betrag\nMüller, Hans;030 123456;1,50\nBo;030 123457;2,50\n'],
    ['\t', 'name\tphone\nAda, the first\t+4930123456\n'],
    ['|', 'name|phone\nA;B|+4930123456\n'],
  ])('finds %j between the cells', (delimiter, text) => expect(read(text).delimiter).toBe(delimiter));

  it('reads one column as one column', () => {
    expect(read('phone\n+49 30 123456\n+49 30 123457\n')).toMatchObject({
      delimiter: ',',
      headers: ['phone'],
      rows: [['+49 30 123456'], ['+49 30 123457']],
    });
  });

  it('obeys the line with which spreadsheets name the separator', () => {
    expect(read('sep=;\nname;phone\nA,B;+4930123456\n')).toMatchObject({ delimiter: ';', headers: ['name', 'phone'], skipRecords: 2 });
  });

  it('passes over blank lines before the header', () => {
    expect(read('\n;;\nname;phone\nAda;+4930123456\n')).toMatchObject({ headers: ['name', 'phone'], skipRecords: 3 });
  });

  it('sees that there is no header where a number stands in the first row', () => {
    expect(read('Ada,+49 30 123456\nBo,+49 30 123457\n')).toMatchObject({ hasHeader: false, headers: null, skipRecords: 0 });
  });

  it('leaves half a row at the end of what was read alone', () => {
    expect(readHead('name,phone\nAda,+4930123456\nBo,+49', false, {}).rows).toEqual([['Ada', '+4930123456']]);
  });

  it('refuses a file of blanks', () => expect(() => read('\n \n;;\n')).toThrow('no row'));
});
