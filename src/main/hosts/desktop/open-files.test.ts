import { describe, expect, it } from 'vitest';
import { listsIn } from './open-files.ts';

describe('listsIn', () => {
  it.each([
    [['ringmaster'], []],
    [['ringmaster', '/lists/people.csv'], ['/lists/people.csv']],
    [['ringmaster', 'people.CSV'], ['/home/ada/people.CSV']],
    [['ringmaster', '../eve/people.tsv', '--hidden'], ['/home/eve/people.tsv']],
    [['electron', '--no-sandbox', '.', 'people.csv'], ['/home/ada/people.csv']],
    [['ringmaster', '--data-dir', '/data.csv', '/lists/people.csv'], ['/lists/people.csv']],
    [['ringmaster', '--data-dir=/data.csv', 'picture.png', 'people.csv.exe'], []],
    [['/odd/place.csv'], []],
  ])('%j → %j', (argv, lists) => {
    expect(listsIn(argv, '/home/ada')).toEqual(lists);
  });
});
