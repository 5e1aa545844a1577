/**
 * Ends the calls whose item a person cancelled, as soon as the provider can be asked: at once, after the answer to a dial that was
 * under way, or after a crash.
 *
 * The item is marked before this runs (`queue/cancel-item.ts`), so that it ends cancelled whatever is said of the call. A call that
 * the provider cannot end goes on, and its item with it: the mark is taken back. One that did not answer is asked again.
 */
import { hangUpCall } from '../calls/hang-up.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** Until a provider that did not answer is asked again. */
const AGAIN_MS = 10_000;

export class EndCancelled {
  private readonly parts: Parts;
  /** Calls that were asked for, and when that is done again: never, once there was an answer. */
  private readonly asked = new Map<string, number>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  async run(): Promise<void> {
    const up = new Set(this.parts.data.duties.cancelledUp());
    for (const id of this.asked.keys()) if (!up.has(id)) this.asked.delete(id);
    const now = this.parts.clock.now();
    await Promise.all([...up].filter((id) => (this.asked.get(id) ?? now) <= now).map((id) => this.end(id)));
  }

  /** When a provider that did not answer is asked again, or null. */
  nextAt(): number | null {
    const times = [...this.asked.values()].filter((at) => Number.isFinite(at));
    return times.length === 0 ? null : Math.min(...times);
  }

  private async end(id: string): Promise<void> {
    const { data, clock } = this.parts;
    const call = data.calls.get(everyone, id);
    if (!call) return;
    // Before: where asking breaks (a store that cannot write), it is asked again as well.
    this.asked.set(id, clock.now() + AGAIN_MS);
    const answer = await hangUpCall(this.parts, call, call.stoppedBy ?? 'ringmaster');
    this.asked.set(id, answer.kind === 'no-answer' ? clock.now() + AGAIN_MS : Number.POSITIVE_INFINITY);
    if (answer.kind !== 'cannot') return;
    // The mark is taken back with it: who cancels once more has the provider asked once more.
    this.asked.delete(id);
    data.database.write(() => {
      const item = call.itemId === null ? undefined : data.items.get(everyone, call.itemId);
      if (item?.callId !== id || item.cancelAskedAt === null) return;
      data.calls.tellTx(call, clock.now(), { stoppedBy: null });
      data.items.changeTx(item, clock.now(), { cancelAskedAt: null });
      const details = 'The provider cannot end this call; it goes on';
      data.items.recordTx(item.id, clock.now(), { action: 'cancel_refused', details, by: 'ringmaster' });
    });
  }
}
