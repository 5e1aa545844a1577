import type { BolnaSettings } from '../../../shared/domain/provider-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { AccountMemory } from '../account-memory.ts';
import type { Fetch } from '../exchange.ts';

/** What Bolna's adapter is built from. Settings and secrets are asked each time: a changed one holds at once. */
export interface BolnaParts {
  fetch: Fetch;
  clock: Clock;
  settings: () => BolnaSettings;
  /** The API key; empty where none is set. */
  key: () => string;
  /** The secret word in the path of our deliveries' address: Bolna signs nothing. */
  pathSecret: () => string;
  account: AccountMemory;
  /** Whether the agent's deliveries were pointed to this public address, as far as we know; they are where nobody says. */
  pointsHere?: (providerAgentId: string, publicUrl: string) => boolean;
}
