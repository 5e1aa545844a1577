/** The conversations of the workspace, and how they follow the calls of the network. */
import type { Clock } from '../../../src/main/ports/clock.ts';
import type { PracticeLine } from '../../../src/main/telephony/practice/line.ts';
import { isUp, type LineCall } from '../../../src/main/telephony/practice/wire.ts';
import type { Fields } from '../routes.ts';

export interface Conversation {
  readonly id: string;
  readonly agentId: string;
  readonly way: 'twilio' | 'sip_trunking';
  readonly direction: 'outbound' | 'inbound';
  readonly userId: string | null;
  /** As it was sent, and what SIP headers added. */
  readonly dynamicVariables: Fields;
  readonly clientData: Fields;
  /** What came as SIP headers, by the variables' names; null for calls of ElevenLabs' own. */
  readonly sipVariables: Readonly<Record<string, string>> | null;
  readonly phoneNumberId: string | null;
  readonly agentNumber: string | null;
  readonly externalNumber: string;
  readonly callSid: string;
  readonly callId: string | null;
  readonly startedAt: number;
  /** The call on the network; null for one that was registered and has not begun. */
  lineId: string | null;
  /** When the contact was connected, where that is known otherwise than by the network's word. */
  begunAt: number | null;
  downAt: number | null;
}

export interface ConversationsParts {
  clock: Clock;
  line: PracticeLine;
  /** Told once, when a call that another vendor brought has its result. */
  ended: (conversation: Conversation, call: LineCall) => void;
}

/** Seconds of the line's time between two looks at a call that is down and has no result yet. */
const LOOK_EVERY_SECONDS = 2;

export class Conversations {
  private readonly parts: ConversationsParts;
  private readonly byId = new Map<string, Conversation>();
  private readonly byLineId = new Map<string, Conversation>();
  private readonly timers = new Map<string, () => void>();
  private readonly stopWatching: () => void;
  private readonly atDown = new Map<string, () => void>();
  /** The call that the line is being asked for: it tells its id before it answers. */
  private dialing: Conversation | null = null;

  constructor(parts: ConversationsParts) {
    this.parts = parts;
    this.stopWatching = parts.line.watch((what, { id, downAt }) => {
      if (what === 'up') this.wentUp(id);
      else this.wentDown(id, downAt);
    });
  }

  /** The newest first. */
  get all(): Conversation[] {
    return [...this.byId.values()].toReversed();
  }

  find(id: string): Conversation | null {
    return this.byId.get(id) ?? null;
  }

  ofLine(lineId: string): Conversation | null {
    return this.byLineId.get(lineId) ?? null;
  }

  callOf({ lineId }: Conversation): LineCall | null {
    return lineId === null ? null : this.parts.line.byId(lineId);
  }

  /** When the contact answered, as far as the call tells it. */
  acceptedAt({ begunAt, downAt }: Conversation, call: LineCall | null): number | null {
    if (begunAt !== null) return begunAt;
    if (call?.status === 'in-progress') return call.status_at;
    if (!call || call.duration_seconds === null) return null;
    return (downAt ?? call.status_at) - (call.duration_seconds * 1000) / this.parts.line.settings.speed;
  }

  add(conversation: Conversation): void {
    this.byId.set(conversation.id, conversation);
  }

  forget({ id }: Conversation): void {
    this.byId.delete(id);
  }

  /** Runs a dial of the line for a conversation, which is tied to the call that it makes. */
  dialed<T>(conversation: Conversation, dial: () => T): T {
    this.dialing = conversation;
    try {
      return dial();
    } finally {
      this.dialing = null;
    }
  }

  /** A conversation that was registered for such a call and has not begun; null where there is none. */
  registered(agentId: string, headers: Readonly<Record<string, string>>, call: LineCall): Conversation | null {
    const named = this.find(headers['conversation_id'] ?? '');
    if (named) return named.lineId === null ? named : null;
    const fits = (one: Conversation) => one.lineId === null && one.agentId === agentId && one.externalNumber === call.to;
    return this.all.find(fits) ?? null;
  }

  /** Ties a conversation to a call that another vendor brought, and follows that to its result. */
  follow(conversation: Conversation, call: LineCall): void {
    conversation.lineId = call.id;
    conversation.begunAt = this.parts.clock.now();
    this.byLineId.set(call.id, conversation);
    this.onceDown(call.id, () => this.look(conversation));
  }

  /** Runs after so many seconds of the line's own time, unless all is stopped before. */
  after(key: string, seconds: number, run: () => void): void {
    this.timers.get(key)?.();
    this.timers.set(
      key,
      this.parts.clock.after((seconds * 1000) / this.parts.line.settings.speed, () => {
        this.timers.delete(key);
        run();
      }),
    );
  }

  close(): void {
    this.stopWatching();
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  /** Runs when the line of this call is down: after the line's step, at once where it is down already. */
  private onceDown(lineId: string, run: () => void): void {
    const call = this.parts.line.byId(lineId);
    if (call && isUp(call.status)) this.atDown.set(lineId, run);
    else run();
  }

  private look(conversation: Conversation): void {
    const call = this.callOf(conversation);
    if (!call) return;
    if (call.status === 'call-disconnected') this.after(`look ${call.id}`, LOOK_EVERY_SECONDS, () => this.look(conversation));
    else this.parts.ended(conversation, call);
  }

  private wentUp(lineId: string): void {
    if (!this.dialing) return;
    this.dialing.lineId = lineId;
    this.byLineId.set(lineId, this.dialing);
  }

  private wentDown(lineId: string, downAt: number | null): void {
    const conversation = this.byLineId.get(lineId);
    if (conversation) conversation.downAt = downAt;
    const run = this.atDown.get(lineId);
    this.atDown.delete(lineId);
    // The line is in the midst of its step: nothing is asked of it before that is done.
    if (run) queueMicrotask(run);
  }
}
