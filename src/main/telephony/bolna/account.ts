/** The account behind the key: who it is, how many calls it allows, how its clock stands to ours. */
import type { Account, Told } from '../../ports/provider.ts';
import type { BolnaApi } from './api.ts';
import type { BolnaParts } from './parts.ts';
import { type AccountWire, readAccountWire } from './wire.ts';

/** A comparison of clocks that failed is not tried again sooner. */
const COMPARE_AGAIN_MS = 60_000;

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

/** The smaller of one's own ceiling and what the account last said; null where neither is known. */
export function accountLimit({ settings, account }: Pick<BolnaParts, 'settings' | 'account'>): number | null {
  const limits = [settings().accountLimit, account.read()?.limit ?? null].filter((limit) => limit !== null);
  return limits.length === 0 ? null : Math.min(...limits);
}

/** How far our clock is ahead of Bolna's; where that is not known, Bolna is asked something cheap, once at a time. */
export function clockComparison(api: BolnaApi, { clock, key }: Pick<BolnaParts, 'clock' | 'key'>): () => number | null {
  let comparing = false;
  let notBefore = -Infinity;
  const compare = async () => {
    comparing = true;
    await api.ask('GET', '/user/me');
    comparing = false;
    if (api.clockOffset.value() === null) notBefore = clock.monotonic() + COMPARE_AGAIN_MS;
  };
  return () => {
    const known = api.clockOffset.value();
    if (known === null && !comparing && key() !== '' && clock.monotonic() >= notBefore) void compare();
    return known;
  };
}
