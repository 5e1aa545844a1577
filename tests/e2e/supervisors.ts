/** Supervisors, each with an agent of their own. */
import type { Host } from './fixtures.ts';
import { anAgent, type Rest, restAs } from './rest.ts';

const PASSWORD = 'a long enough password';

export interface Supervisor {
  name: string;
  email: string;
  password: string;
  userId: string;
  rest: Rest;
  agentId: string;
}

/** A new supervisor with a limit of slots. */
export async function aSupervisor(host: Host, admin: Rest, name: string, limit: number): Promise<Supervisor> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`;
  const { user } = (await admin('POST', '/users', { name, email, password: PASSWORD, concurrentCallsLimit: limit })) as {
    user: { id: string };
  };
  const rest = await restAs(host, { email, password: PASSWORD });
  return { name, email, password: PASSWORD, userId: user.id, rest, agentId: await anAgent(rest) };
}
