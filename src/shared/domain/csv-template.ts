/** The files that people download to see what an import takes. Only a phone column is required of a file. */

const BASIC = [
  ['name', 'phone_number'],
  ['Ada Lovelace', '+44 20 7946 0958'],
  ['Jorge Luis Borges', '+34 912 345 678'],
];

const ADVANCED = [
  ['name', 'phone_number', 'email', 'company', 'time_zone', 'notes', 'plan', 'renewal_date'],
  [
    'Ada Lovelace',
    '+44 20 7946 0958',
    'ada@example.com',
    'Analytical Engines',
    'Europe/London',
    'Prefers mornings',
    'Premium',
    '2026-12-01',
  ],
  [
    'Jorge Luis Borges',
    '+34 912 345 678',
    'jorge@example.com',
    'Biblioteca',
    'Europe/Madrid',
    'Asked for a brochure',
    'Basic',
    '2027-01-15',
  ],
];

/** The template as CSV. Values hold neither commas nor quotation marks. */
export function csvTemplate(kind: 'basic' | 'advanced'): string {
  const rows = kind === 'basic' ? BASIC : ADVANCED;
  return `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}
