import { describe, expect, it } from 'vitest';
import { foldText, searchedDigits } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['Ada LOVELACE', 'ada lovelace'],
    ['Zoë', 'zoe'],
    ['Yılmaz', 'yilmaz'],
    ['İpek', 'ipek'],
    ['Sørensen', 'sorensen'],
    ['Łukasz Đoković', 'lukasz dokovic'],
    ['Bäckerei Süß', 'backerei suss'],
    ['Großmann', 'grossmann'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'full width'],
    ['李 小龙', '李 小龙'],
  ])('makes %s to %s', (text, folded) => expect(foldText(text)).toBe(folded));

  it('gives the same for one letter written in two ways', () => {
    expect(foldText('e\u0301')).toBe(foldText('\u00e9'));
  });
});

describe('searchedDigits', () => {
  it.each([
    ['030 234', '30234'],
    ['(0)20 7946', '207946'],
    ['+49 30', '4930'],
    ['0049-30', '4930'],
    ['ada 12', ''],
    ['', ''],
  ])('reads %j as %j', (typed, digits) => expect(searchedDigits(typed)).toBe(digits));
});
