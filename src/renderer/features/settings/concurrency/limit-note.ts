/** What a limit means at this moment, in words; null where it goes without saying. */
import { concurrency } from '../../../words/settings/concurrency.ts';

interface LimitFacts {
  limit: number;
  /** Calls up now. */
  up: number;
  /** The limit of the whole system, for somebody's own. */
  systemLimit?: number;
}

export function limitNote({ limit, up, systemLimit }: LimitFacts): string | null {
  if (limit === 0) return up > 0 ? concurrency.noneAndGoOn(up) : concurrency.noNewCalls;
  if (up > limit) return concurrency.goOn(up);
  return systemLimit !== undefined && limit > systemLimit ? concurrency.overSystem : null;
}
