/** Invented people and conversations: the same number always gives the same person. Their numbers ring nobody on the practice line. */

const FIRST = [
  'Ada',
  'Amir',
  'Anneke',
  'Bruno',
  'Camille',
  'Chen',
  'Dilara',
  'Elif',
  'Emil',
  'Fatou',
  'Grace',
  'Hana',
  'Ingrid',
  'Ivo',
  'Jorge',
  'Kenji',
  'Lea',
  'Linh',
  'Maja',
  'Mateo',
  'Nadia',
  'Noor',
  'Olga',
  'Pavel',
  'Priya',
  'Quentin',
  'Rosa',
  'Samira',
  'Tomás',
  'Ursula',
  'Victor',
  'Wanda',
  'Xenia',
  'Yusuf',
  'Zoë',
];
const LAST = [
  'Almeida',
  'Bauer',
  'Çelik',
  'Dubois',
  'Eriksen',
  'Fischer',
  'García',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
  'Lovelace',
  'Moreau',
  'Nakamura',
  'O’Brien',
  'Petrov',
  'Quispe',
  'Rossi',
  'Schäfer',
  'Tanaka',
  'Ueda',
  'Virtanen',
  'Weber',
  'Xu',
  'Yılmaz',
  'Zimmermann',
];
const COMPANIES = ['Acker & Söhne', 'Blue Harbour', 'Castel Logistics', 'Delta Optics', 'Ferro Bakery', 'Grünwald Print', 'Halcyon Travel'];
const PLANS = ['Basic', 'Plus', 'Premium'];

const pick = <T>(items: readonly T[], n: number): T => items[n % items.length] as T;

export interface InventedPerson {
  phone: string;
  firstName: string;
  lastName: string;
  email: string | null;
  company: string | null;
  plan: string;
}

/** The person of this number; numbers differ for every one below ten million. */
export function inventPerson(n: number): InventedPerson {
  const firstName = pick(FIRST, n * 7);
  const lastName = pick(LAST, n * 11 + Math.floor(n / FIRST.length));
  const email = n % 3 === 0 ? null : `${plain(firstName)}.${plain(lastName)}${n}@example.com`;
  return {
    phone: `+4930${20_000_000 + n}`,
    firstName,
    lastName,
    email,
    company: n % 4 === 0 ? pick(COMPANIES, n) : null,
    plan: pick(PLANS, n),
  };
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** What an invented call left behind. */
export function inventConversation(firstName: string): { summary: string; transcript: string } {
  return {
    summary: `${firstName} is content with the service and asked to be called again in spring.`,
    transcript: `Agent: Good morning, do I speak with ${firstName}?\n${firstName}: Yes, speaking.\nAgent: How do you like the service?\n${firstName}: Very much. Call me again in spring.`,
  };
}
