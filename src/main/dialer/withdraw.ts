/**
 * Takes back what a provider has accepted but not begun to dial when the window closes or the campaign stops (rule 4), where the
 * provider can. Such an attempt was surely not made: it is given back to its item.
 */
import { isCommonWindowOpen } from '../../shared/domain/calling-window.ts';
import { handleOf } from '../calls/call-handle.ts';
import { endCallTx } from '../calls/end-call.ts';
import { windowOf } from '../campaigns/opening.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** Who took a call back, as the call keeps it. */
const PROGRAM = 'ringmaster';

export class Withdrawal {
  private readonly parts: Parts;
  /** Asked for already: a provider that was too late is not asked again. */
  private readonly asked = new Set<string>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  async run(): Promise<void> {
    const outside = this.parts.data.duties.acceptedOutsideOpening(this.parts.clock.now());
    const stranded = new Set([...outside, ...this.closedThere()]);
    await Promise.all([...stranded].filter((id) => !this.asked.has(id)).map((id) => this.withdraw(id)));
  }

  /** Calls to people in whose own zone the window closed before it did in the campaign's. */
  private closedThere(): string[] {
    const { data, clock } = this.parts;
    const accepted = data.duties.acceptedForZone();
    if (accepted.length === 0) return [];
    const holidays = data.compliance.holidaySet();
    const isOpen = ({ campaignId, timeZone }: (typeof accepted)[number]) => {
      const campaign = data.campaigns.get(everyone, campaignId);
      return campaign !== undefined && isCommonWindowOpen(windowOf(campaign), timeZone, clock.now(), holidays);
    };
    return accepted.filter((call) => !isOpen(call)).map(({ id }) => id);
  }

  private async withdraw(id: string): Promise<void> {
    const { data, clock, providers } = this.parts;
    this.asked.add(id);
    const call = data.calls.get(everyone, id);
    const provider = call && providers[call.provider];
    // What a person ends stays theirs to end.
    if (!call || !provider?.can.withdraw || call.stoppedBy !== null) return;
    // Durable before it is asked: the delivery that tells of it may come before the answer, or after a crash.
    data.database.write(() => data.calls.tellTx(call, clock.now(), { stoppedBy: PROGRAM }));
    const answer = await provider.withdraw(handleOf(data, call));
    if (answer.kind !== 'no-answer') data.database.write(() => this.settleTx(id, answer.kind === 'done'));
    if (answer.kind === 'done') this.asked.delete(id);
  }

  private settleTx(id: string, done: boolean): void {
    const { data, clock } = this.parts;
    const call = data.calls.get(everyone, id);
    if (call?.stoppedBy !== PROGRAM) return;
    if (!done) data.calls.tellTx(call, clock.now(), { stoppedBy: null });
    else if (call.status === 'queued')
      endCallTx(this.parts, call, 'not-placed', { reason: 'Taken back: the window closed before it was dialed' });
  }
}
