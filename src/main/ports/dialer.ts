/** What the api asks of the dialer beside its loop: the wing itself is in `dialer/`. */
import type { Role } from '../../shared/domain/states.ts';

interface Asking {
  userId: string;
  role: Role;
}

export interface DialerPort {
  /**
   * Calls one's own phone with an agent, to hear it: it needs a slot like any call, and stands outside campaigns and figures.
   * @returns our id of the call, after the provider has answered or ten seconds.
   * @throws AppError `not_found`; `bad_phone_number`; `no_room` (409) saying which limit is full; `provider_not_set_up`.
   */
  testCall(actor: Asking, test: { agentId: string; phoneNumber: string; nextAction: string }): Promise<string>;
  /** Begins no call until `wake`; those that are up go on. Every screen shows the sentence. */
  hold(sentence: string): void;
  /** Ends a hold, and after a sleep or a time without network: asks what became of the calls that were up, then dials. */
  wake(): void;
}
