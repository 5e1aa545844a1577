/** A list with something of everything that a check can find, and what is true of it once its people are there. */
import { type Host } from './fixtures.ts';
import { asAdmin } from './rest.ts';
import { csv, type File } from './wizard.ts';

const NEW = [
  ['Amara Nwosu', '+44 20 7946 0301', 'amara@example.com', 'Harbor Supply', 'Gold'],
  ['Benedikt Hofmann', '+49 30 23125 014', 'benedikt@example.de', 'Northline Dental', 'Basic'],
  ['Chiara Lombardi', '+39 06 6982 1234', 'chiara@example.it', 'Mondo Tile', ''],
  ['Daniel Park', '+1 202 555 0118', 'not an address', 'Kestrel Roofing', 'Gold'],
  ['Eoghan Mac Gearailt', '+353 1 475 1816', '', 'Clew Bay Charters', 'Basic'],
  ['', '+44 20 7946 0302', '', '', ''],
  ['Farida Rahimi', '+44 20 7946 0303', 'farida@example.com', 'Atlas Tile', 'Gold'],
] as const;
const KNOWN = [
  ['George Abernathy', '+44 20 7946 0304', 'george@example.com', 'Bayside Inn', ''],
  ['Hye-jin Seo', '+44 20 7946 0305', '', 'Nakagawa Optics', 'Gold'],
] as const;
const WITHOUT_COUNTRY = [
  ['Ibrahim Touré', '202 555 0143', 'ibrahim@example.com', 'Lowlands Freight', ''],
  ['Jessica Wu', '(202) 555-0188', 'jessica@example.com', 'Li & Partner', 'Gold'],
  ['Katarzyna Wiśniewska', '202.555.0162', '', 'Whitfield & Daughters', ''],
] as const;
const REFUSED = [
  ['Luiz Henrique Costa', '9.19E+11', '', 'Costa Motors', ''],
  ['Mei-Ling Tsai', 'see notes', 'mei@example.com', 'Harbor Supply', ''],
  ['Nils Østergaard', '+1 202 555', '', 'Fjord Outfitters', ''],
] as const;
const TWICE = [['Amara N.', '0044 20 7946 0301', '', '', '']] as const;

export const MIXED = {
  rows: NEW.length + KNOWN.length + WITHOUT_COUNTRY.length + REFUSED.length + TWICE.length,
  fresh: NEW.length,
  known: KNOWN.length,
  twice: TWICE.length,
  withoutCountry: WITHOUT_COUNTRY.length,
  refused: REFUSED.length,
  /** With the numbers that a default country mends. */
  people: NEW.length + KNOWN.length + WITHOUT_COUNTRY.length,
} as const;

export function mixedList(name = 'leads_november.csv'): File {
  const rows = [...NEW.slice(0, 4), ...REFUSED, ...KNOWN, ...WITHOUT_COUNTRY, ...NEW.slice(4), ...TWICE];
  return csv(
    name,
    'name,phone_number,email,company,plan',
    ...rows.map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')),
  );
}

/** Those who are known already, and one of the new ones on the do-not-call list. */
export async function prepareMixed(host: Host): Promise<void> {
  const rest = await asAdmin(host);
  for (const [name, phoneNumber] of KNOWN) await rest('POST', '/contacts', { name, phoneNumber });
  await rest('POST', '/do-not-call', { phoneNumber: NEW[6][1], reason: 'Asked not to be called' });
}
