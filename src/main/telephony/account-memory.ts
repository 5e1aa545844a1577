import type { Account } from '../ports/provider.ts';

/** What the account last said of itself, kept over restarts. */
export interface AccountMemory {
  read(): Account | null;
  keep(account: Account): void;
}
