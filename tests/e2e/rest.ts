/** The REST interface, for what the screens do not offer yet and for what a test begins with. */
import { expect } from '@playwright/test';
import { ADMIN, type Host } from './fixtures.ts';

/** Asks as whoever signed in, and answers the body. A form goes as it is, everything else as JSON. */
export type Rest = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

/** The interface as whoever has this password. */
export async function restAs(host: Host, { email, password }: { email: string; password: string }): Promise<Rest> {
  const ask = async (method: string, path: string, body?: object, token?: string) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${host.rest}/api${path}`, {
      method,
      headers: {
        ...(!isForm && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    const told = (await answer.json()) as Record<string, unknown>;
    expect(answer.ok, `${method} ${path}: ${JSON.stringify(told)}`).toBe(true);
    return told;
  };
  const { token } = await ask('POST', '/auth/login', { email, password });
  return (method, path, body) => ask(method, path, body, String(token));
}

export const asAdmin = (host: Host): Promise<Rest> => restAs(host, ADMIN);

/** An agent of the practice line. */
export async function anAgent(rest: Rest, name = 'Nora'): Promise<string> {
  const { agent } = (await rest('POST', '/agents', { name, provider: 'practice' })) as { agent: { id: string } };
  return agent.id;
}

let lastNumber = 0;

/** Contacts whose calls end as the last two digits of their numbers say: with these, one after another. */
export async function someContacts(
  rest: Rest,
  names: readonly string[],
  endings: readonly string[] = ['00'],
  more: object = {},
): Promise<number[]> {
  const ids: number[] = [];
  for (const [place, name] of names.entries()) {
    lastNumber += 1;
    const phoneNumber = `+4915120${String(lastNumber).padStart(4, '0')}${endings[place % endings.length]}`;
    const { contact } = (await rest('POST', '/contacts', { phoneNumber, name, ...more })) as { contact: { id: number } };
    ids.push(contact.id);
  }
  return ids;
}

/** `Person 0`, `Person 1` and so on. */
export const numbered = (count: number, from = 0): string[] => Array.from({ length: count }, (_, place) => `Person ${from + place}`);
