/**
 * A list as an office sends it, and what is true of it: 200 rows in German, semicolons, accents, numbers in many spellings, people
 * twice, rows that nobody can call. Every number ends in a pair with which the practice line always does the same.
 */
import { Buffer } from 'node:buffer';

/** What becomes of a call by the last two digits: see `shared/domain/practice-numbers.ts`. */
const SUCCESSFUL = ['00'] as const;
const UNSUCCESSFUL = ['01', '02', '03', '04', '05', '06'] as const;

const NAMES = [
  ['Jürgen', 'Größmann'],
  ['Zoë', 'Müller-Lüdenscheidt'],
  ['François', 'Lefèvre'],
  ['Małgorzata', 'Wójcik'],
  ['İpek', 'Yıldız'],
  ['José Ángel', 'Núñez'],
  ['Søren', 'Ødegård'],
] as const;
const FIRMS = ['Bäckerei Süß & Söhne', 'Zażółć sp. z o.o.', 'Hôtel „Étoile“', ''] as const;

const BAD_NUMBERS = ['siehe Notiz', '4,91511E+12', '+49 151', '', '12', '+49 151 2345678901234', 'n/a'] as const;
const ROWS = 200;
const DUPLICATES = 11;
const PEOPLE = ROWS - DUPLICATES - BAD_NUMBERS.length;

export interface ListFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
  truth: {
    rows: number;
    people: number;
    duplicates: number;
    invalid: number;
    successful: number;
    failed: number;
    withoutCountryCode: number;
  };
}

export function aListFile(): ListFile {
  const people = Array.from({ length: PEOPLE }, (_, person) => aPerson(person));
  const rows = people.map(({ cells }) => cells);
  BAD_NUMBERS.forEach((number, place) => rows.splice(20 * place + 5, 0, ['Niemand', String(place), number, '', '', '']));
  // The same people again, written another way.
  for (let again = 0; again < DUPLICATES; again += 1) rows.push(aPerson(again * 3, '0049').cells);
  const lines = [['Vorname', 'Nachname', 'Telefon', 'E-Mail', 'Firma', 'Kundennr.'], ...rows].map((cells) => cells.map(quoted).join(';'));
  const successful = people.filter(({ ending }) => SUCCESSFUL.some((pair) => pair === ending)).length;
  return {
    name: 'Kündigungen_November.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`),
    truth: {
      rows: rows.length,
      people: PEOPLE,
      duplicates: DUPLICATES,
      invalid: BAD_NUMBERS.length,
      successful,
      failed: PEOPLE - successful,
      withoutCountryCode: people.filter(({ cells }) => cells[2]?.startsWith('01')).length,
    },
  };
}

function aPerson(person: number, prefix?: string): { cells: string[]; ending: string } {
  const endings = [...SUCCESSFUL, ...SUCCESSFUL, ...UNSUCCESSFUL];
  const ending = endings[person % endings.length] ?? '00';
  const own = `2${String(person).padStart(5, '0')}${ending}`;
  const number = prefix === undefined ? spelled(person, own) : `${prefix} 151 ${own}`;
  const [first, last] = NAMES[person % NAMES.length] ?? ['', ''];
  const firm = FIRMS[person % FIRMS.length] ?? '';
  return {
    cells: [first, `${last} ${person}`, number, person % 5 === 0 ? `kunde${person}@example.com` : '', firm, `K-${1000 + person}`],
    ending,
  };
}

/** A German mobile number in the ways that people write one. */
function spelled(person: number, own: string): string {
  const spellings = [
    `+49 151 ${own}`,
    `+49 (151) ${own.slice(0, 4)}-${own.slice(4)}`,
    `0049151${own}`,
    `0151/${own}`,
    `0151 ${own.slice(0, 4)} ${own.slice(4)}`,
  ];
  return spellings[person % spellings.length] ?? own;
}

const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
