/** Supervisors by REST, each with contacts and an agent of their own. */
import { expect } from '@playwright/test';
import type { Host } from './fixtures.ts';

export type Ask = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>;

const PASSWORD = 'a long enough password';

export interface Supervisor {
  name: string;
  email: string;
  password: string;
  userId: string;
  rest: Ask;
  agentId: string;
}

/** The REST interface as whoever has this password. */
export async function asPerson(host: Host, email: string, password: string): Promise<Ask> {
  const ask = async (method: string, path: string, body?: object, token?: string) => {
    const answer = await fetch(`${host.rest}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const told = (await answer.json()) as Record<string, unknown>;
    expect(answer.ok, `${method} ${path}: ${JSON.stringify(told)}`).toBe(true);
    return told;
  };
  const { token } = await ask('POST', '/auth/login', { email, password });
  return (method, path, body) => ask(method, path, body, String(token));
}

/** A new supervisor with a limit of slots. */
export async function aSupervisor(host: Host, admin: Ask, name: string, limit: number): Promise<Supervisor> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;
  const { user } = (await admin('POST', '/users', { name, email, password: PASSWORD, concurrentCallsLimit: limit })) as {
    user: { id: string };
  };
  const rest = await asPerson(host, email, PASSWORD);
  const { agent } = (await rest('POST', '/agents', { name: 'Nora', provider: 'practice' })) as { agent: { id: string } };
  return { name, email, password: PASSWORD, userId: user.id, rest, agentId: agent.id };
}

let lastNumber = 0;

/** Contacts whose calls end as the last two digits of their numbers say. */
export async function someContacts(rest: Ask, names: readonly string[], ending = '00'): Promise<number[]> {
  const ids: number[] = [];
  for (const name of names) {
    lastNumber += 1;
    const phoneNumber = `+4915121${String(lastNumber).padStart(4, '0')}${ending}`;
    const { contact } = (await rest('POST', '/contacts', { phoneNumber, name })) as { contact: { id: number } };
    ids.push(contact.id);
  }
  return ids;
}

/** A campaign that may call at any time, as fast as allowed, unless told otherwise. */
export async function campaignOf(
  rest: Ask,
  agentId: string,
  name: string,
  contactIds: readonly number[],
  more: object = {},
): Promise<string> {
  const always = { firstCallTime: '00:00', lastCallTime: '24:00', weekdays: [1, 2, 3, 4, 5, 6, 7], timeZone: 'UTC', pacing: 'asap' };
  const { campaign } = (await rest('POST', '/campaigns', { name, agentId, contactIds, nextAction: 'Say hello', ...always, ...more })) as {
    campaign: { id: string };
  };
  return campaign.id;
}
