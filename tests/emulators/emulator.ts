/**
 * What the suites ask of an emulated vendor. Behind its interface stands the practice line as the telephone network: it lives the
 * calls through, counts them, and loses, repeats, delays and shuffles what is told of them. An emulator speaks the vendor's own
 * words over it, written from the facts of `vendors.md` and from no adapter.
 */
import type { Clock } from '../../src/main/ports/clock.ts';
import type { PracticeLine } from '../../src/main/telephony/practice/line.ts';
import type { Webhook } from '../../src/main/telephony/practice/webhook-sender.ts';
import type { LineCall } from '../../src/main/telephony/practice/wire.ts';

export interface EmulatorParts {
  clock: Clock;
  /** A new secret word of so many bytes. */
  newId: (bytes: number) => string;
  /** The network behind the vendor. Its `send` must be the emulator's `tell`. */
  line: PracticeLine;
  /** Posts a delivery and resolves to the answer; rejects where nobody listens. */
  post: (request: Request) => Promise<Response>;
}

export interface Emulator {
  /** The vendor's whole HTTP interface. A request that the vendor leaves open rejects when its sender gives up. */
  readonly handle: (request: Request) => Promise<Response>;
  /** Takes what the network tells of a call and sends it in the vendor's words. @returns the status of the answer. */
  readonly tell: (webhook: Webhook) => Promise<number>;
  stop(): void;
}

/** Another vendor whose agent speaks on a call of this one. */
export interface ConversationsBehind {
  begin(call: LineCall, headers: Record<string, string>, agentId: string): void;
}
