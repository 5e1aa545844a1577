/** What SignalWire's adapter is handed by whoever wires it. */
import type { SignalWireSettings } from '../../../shared/domain/provider-settings.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DialRequest } from '../../ports/provider.ts';
import type { AccountMemory } from '../account-memory.ts';
import type { Conversations } from '../elevenlabs/conversations.ts';
import type { Fetch } from '../exchange.ts';

export interface SignalWireParts {
  fetch: Fetch;
  clock: Clock;
  /** Asked each time: a changed setting holds at once. */
  settings: () => SignalWireSettings;
  /** The project's API token; '' where none is set. */
  token: () => string;
  /** The project's signing key, which is another one than the token. */
  signingKey: () => string | null;
  /** The secret word in the path of our deliveries' address. */
  pathSecret: () => string;
  account: AccountMemory;
  conversations: Conversations;
  /** The public address that was told for this call, as kept with it. */
  publicUrlOf: (reference: string) => string | null;
  /** Whether a public address is on its way: a tunnel was chosen and is being opened, at every start or after it was lost. */
  addressIsComing?: () => boolean;
  /** What a call was dialed with, as kept with it: asked for calls of before a restart. */
  setUpOf?: (reference: string) => CallSetUp | null;
}

/** What a call was dialed with, as far as its instructions need it. */
export type CallSetUp = Pick<DialRequest, 'phone' | 'providerAgentId' | 'callerNumber' | 'variables' | 'longestSeconds' | 'options'>;
