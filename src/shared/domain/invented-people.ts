/** People for the first try: they do not exist, and their numbers are kept free for films and books. */

const PEOPLE = [
  ['Amara Nwosu', 'Harbor Supply'],
  ['Benedikt Hofmann', 'Northline Dental'],
  ['Chiara Lombardi', 'Mondo Tile'],
  ['Daniel Park', 'Kestrel Roofing'],
  ['Eoghan Mac Gearailt', 'Clew Bay Charters'],
  ['Farida Rahimi', 'Atlas Tile'],
  ['George Abernathy', 'Bayside Inn'],
  ['Hye-jin Seo', 'Nakagawa Optics'],
  ['Ibrahim Touré', 'Lowlands Freight'],
  ['Jessica Wu', 'Li & Partner'],
  ['Katarzyna Wiśniewska', 'Whitfield & Daughters'],
  ['Luiz Henrique Costa', 'Costa Motors'],
  ['Mei-Ling Tsai', 'Harbor Supply'],
  ['Nils Østergaard', 'Fjord Outfitters'],
  ['Olga Petrenko', 'Northline Dental'],
  ['Paolo Esposito', 'Mondo Tile'],
  ['Quentin Marsh', 'Kestrel Roofing'],
  ['Rosa Delgado', 'Delgado Hnos.'],
  ['Sofía Méndez', 'Clew Bay Charters'],
  ['Tomáš Novák', 'Lowlands Freight'],
  ['Uma Krishnan', 'Bayside Inn'],
  ['Viktor Lindqvist', 'Fjord Outfitters'],
  ['Wren Calloway', 'Atlas Tile'],
  ['Ximena Rojas', 'Costa Motors'],
  ['Yusuf Demir', 'Li & Partner'],
] as const;

/** From here, +1 202 555 0110 and on: past the endings with which the practice line always does the same. */
const FIRST_NUMBER = 110;

export interface InventedPerson {
  name: string;
  /** E.164 */
  phoneNumber: string;
  company: string;
}

export const INVENTED_PEOPLE: readonly InventedPerson[] = PEOPLE.map(([name, company], place) => ({
  name,
  phoneNumber: `+1202555${String(FIRST_NUMBER + place).padStart(4, '0')}`,
  company,
}));
