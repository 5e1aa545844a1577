/** What the api asks of the dialer beside its loop: the wing itself is in `dialer/`. */
import type { Role } from '../../shared/domain/states.ts';

interface Asking {
  userId: string;
  role: Role;
}

/** What is called at once, and what of it differs from its campaign's agent this time. */
export interface CallNow {
  itemId: number;
  agentId?: string | undefined;
  priority?: number | undefined;
  /** As it was typed. */
  callerNumber?: string | undefined;
  record?: boolean | undefined;
}

export interface DialerPort {
  /**
   * Calls one's own phone with an agent, to hear it: it needs a slot like any call, and stands outside campaigns and figures.
   * @returns our id of the call, after the provider has answered or ten seconds.
   * @throws AppError `not_found`; `bad_phone_number`; `no_room` (409) saying which limit is full; `provider_not_set_up`.
   */
  testCall(actor: Asking, test: { agentId: string; phoneNumber: string; nextAction: string }): Promise<string>;

  /**
   * Calls a waiting item of one's own at once, ahead of everything: all that holds for other calls holds for it, but for order, its
   * own due time, pacing and the gap between calls to a number.
   * @returns our id of the call, after the provider has answered or ten seconds.
   * @throws AppError `not_found`; 409 with `data.room` and `data.until` where there is no room or no opening (`no_room`,
   *   `window_closed`, `number_busy`, `provider_not_answering`), for `do_not_call`, for an item or a campaign that does not allow it,
   *   and `call_not_placed`, `number_refused` where the provider proved that no call was made; `override_impossible` (422);
   *   `engine_fault` (503).
   */
  callNow(actor: Asking, call: CallNow): Promise<string>;

  /** Begins no call until `wake`; those that are up go on. Every screen shows the sentence. */
  hold(sentence: string): void;
  /** Ends a hold, and after a sleep or a time without network: asks what became of the calls that were up, then dials. */
  wake(): void;
}
