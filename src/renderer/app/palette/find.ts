/** What the palette offers for a text: pure; the palette draws it. */
import { palette } from '../../words/palette.ts';
import { shell } from '../../words/shell.ts';
import { PLACES } from '../shell/places.ts';

export interface Found {
  id: string;
  group: keyof typeof palette.groups;
  word: string;
  /** What tells it from others of its name. */
  note?: string;
  /** Where it leads, or what it does. */
  to: { href: string } | { run: 'choose-file' };
}

const FIXED: readonly Found[] = [
  ...PLACES.map(({ name, href }): Found => ({ id: `go-${name}`, group: 'go', word: shell.nav[name], to: { href } })),
  { id: 'do-new', group: 'do', word: palette.newCampaign, to: { href: '/campaigns/new' } },
  { id: 'do-choose', group: 'do', word: palette.chooseFile, to: { run: 'choose-file' } },
];

/** Without accents and case, so that `munchen` finds München. */
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Places and commands whose words begin with each word of the text. All of them where there is no text. */
export function fixedFound(text: string): readonly Found[] {
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  return FIXED.filter(({ word }) => {
    const words = plain(word).split(/\s+/);
    return wanted.every((start) => words.some((each) => each.startsWith(start)));
  });
}

/** The place in a list after a step; goes round. -1 where the list is empty. */
export const stepped = (at: number, by: number, length: number): number => (length === 0 ? -1 : (at + by + length) % length);
