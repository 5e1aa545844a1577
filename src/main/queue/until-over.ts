import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** How long whoever ends a call waits for its end. */
const WAIT_MS = 10_000;

/** Resolves when the item is done with this call, when its cancel was taken back, or after ten seconds. */
export function untilCallIsOver({ data, clock }: Parts, itemId: number, callId: string): Promise<void> {
  const isOver = () => {
    const item = data.items.get(everyone, itemId);
    return item?.callId !== callId || item.cancelAskedAt === null;
  };
  if (isOver()) return Promise.resolve();
  return new Promise((done) => {
    const finish = () => {
      stopListening();
      stopTimer();
      done();
    };
    const stopTimer = clock.after(WAIT_MS, finish);
    const stopListening = data.database.onChange((changes) => {
      if (changes.items.has(itemId) && isOver()) finish();
    });
  });
}
