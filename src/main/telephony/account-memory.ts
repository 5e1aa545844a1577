import type { Account } from '../ports/provider.ts';

/** What the account last said of itself, kept over restarts. */
export interface AccountMemory {
  read(): Account | null;
  keep(account: Account): void;
}

/** The smaller of one's own ceiling and what the account allows; null where neither is known. */
export function smallerLimit(own: number | null, account: number | null): number | null {
  if (own === null || account === null) return own ?? account;
  return Math.min(own, account);
}
