/**
 * One pass over the store: the days of campaigns, work to be carried through, times that have come, and the claim. It asks no
 * provider and waits for nothing; the loop (`dialer.ts`) dials what was claimed and decides when the next pass runs.
 */
import { STEP } from '../data/duty-store.ts';
import type { Parts } from '../parts.ts';
import { Activation } from './activate.ts';
import { Carrying } from './carry.ts';
import { claimCalls } from './claim.ts';
import type { ClaimedCall } from './record-call.ts';

/** Steps of 500 items that one pass makes ready before it claims. */
const READY_STEPS = 4;

export interface PassResult {
  claimed: ClaimedCall[];
  /** Whether there is more to do at once. */
  more: boolean;
  /** When a provider that had no rate token has one again. */
  nextTokenAt: number | null;
}

export class Pass {
  private readonly parts: Parts;
  private readonly activation: Activation;
  private readonly carrying: Carrying;

  constructor(parts: Parts) {
    this.parts = parts;
    this.activation = new Activation(parts);
    this.carrying = new Carrying(parts);
  }

  /** @param mayClaim asked after the duties: whether anything of the engine's own stands against new calls. */
  run(mayClaim: () => boolean): PassResult {
    this.activation.run();
    const carrying = this.carrying.run();
    const waking = this.makeReady();
    if (!mayClaim()) return { claimed: [], more: carrying || waking, nextTokenAt: null };
    const { claimed, more, nextTokenAt } = claimCalls(this.parts);
    return { claimed, more: more || carrying || waking, nextTokenAt };
  }

  /** @returns whether more items may be due than were made ready. */
  private makeReady(): boolean {
    const { database, duties } = this.parts.data;
    const now = this.parts.clock.now();
    const at = duties.nextReadyAt();
    if (at === null || at > now) return false;
    for (let step = 0; step < READY_STEPS; step += 1) {
      if (database.write(() => duties.makeReadyTx(now)) < STEP) return false;
    }
    return true;
  }
}
