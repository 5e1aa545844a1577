/** Many contacts at once, for tests of lists. */
import { expect } from '@playwright/test';
import type { Host } from './fixtures.ts';
import { asAdmin } from './rest.ts';

const FIRST = ['Amara', 'Benedikt', 'Chiara', 'Dilara', 'Eoghan', 'Farida', 'George', 'Hye-jin', 'Ibrahim', 'Jessica', 'Katarzyna', 'Luiz'];
const LAST = [
  'Nwosu',
  'Hofmann',
  'Lombardi-Ferretti',
  'Çelik',
  'Mac Giolla Phádraig',
  'Rahimi',
  'Abernathy',
  'Seo',
  'Touré',
  'Wu',
  'Wiśniewska',
];
const FIRMS = ['Nwosu Textiles', 'Hofmann & Söhne Metallbau GmbH', 'Studio Lombardi', '', 'Causeway Tours', 'Rahimi Pharmacy', 'Wu Dental'];

export interface Person {
  name: string;
  phone: string;
  company: string;
  email: string;
}

/** Invented people, the same every time: a name that tells which one it is, a number of their own that the practice line answers. */
export const person = (n: number): Person => ({
  name: `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]} ${n}`,
  phone: `+4930${10_000_000 + n * 100}`,
  company: FIRMS[n % FIRMS.length] ?? '',
  email: n % 4 === 3 ? '' : `person${n}@example.com`,
});

/** As many contacts as asked for, taken in as one file. */
export async function importPeople(host: Host, count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, n) => {
    const { name, phone, company, email } = person(n);
    return [name, phone, company, email].map((cell) => `"${cell}"`).join(',');
  });
  const form = new FormData();
  form.append('file', new File([['name,phone,company,email', ...lines].join('\n')], 'people.csv'));
  const told = (await (await asAdmin(host))('POST', '/contacts/import', form)) as { import: { imported: number } };
  expect(told.import.imported).toBe(count);
}
