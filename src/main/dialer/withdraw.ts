/**
 * Takes back what a provider has accepted but not begun to dial when the window closes or the campaign stops (rule 4), where the
 * provider can. Such an attempt was surely not made: it is given back to its item.
 */
import { endCallTx } from '../calls/end-call.ts';
import { everyone } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

export class Withdrawal {
  private readonly parts: Parts;
  /** Asked for already: a provider that was too late is not asked again. */
  private readonly asked = new Set<string>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  async run(): Promise<void> {
    const stranded = this.parts.data.duties.acceptedOutsideOpening(this.parts.clock.now()).filter((id) => !this.asked.has(id));
    await Promise.all(stranded.map((id) => this.withdraw(id)));
  }

  private async withdraw(id: string): Promise<void> {
    const { data, providers } = this.parts;
    this.asked.add(id);
    const call = data.calls.get(everyone, id);
    const provider = call && providers[call.provider];
    if (!call || !provider?.can.withdraw) return;
    const answer = await provider.withdraw({
      providerCallId: call.providerCallId,
      reference: call.id,
      phone: call.phone,
      claimedAt: call.claimedAt,
    });
    if (answer.kind !== 'done') return;
    data.database.write(() => {
      const now = data.calls.get(everyone, id);
      if (now?.status === 'queued')
        endCallTx(this.parts, now, 'not-placed', { reason: 'Taken back: the window closed before it was dialed' });
    });
    this.asked.delete(id);
  }
}
