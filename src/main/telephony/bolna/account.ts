/** The account behind the key: who it is, and how many calls it allows. */
import type { Account, Told } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';
import { type AccountWire, readAccountWire } from './wire.ts';

/** Asks Bolna for the account. */
export async function askAccount(api: BolnaApi): Promise<Told<AccountWire>> {
  const answer = await api.ask('GET', '/user/me');
  const account = answer.kind === 'answered' && answer.status === 200 ? readAccountWire(answer.body) : null;
  return account === null ? api.silent(answer) : { kind: 'told', value: account };
}

/** The account as the engine keeps it. */
export function accountOf({ email, id, concurrency }: AccountWire): Account {
  return { name: email ?? id ?? '', limit: concurrency?.max ?? null, up: concurrency?.current ?? null };
}
