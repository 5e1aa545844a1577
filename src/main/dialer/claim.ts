/**
 * The claim: the only place where a call begins. One transaction counts what is up, chooses who is next, marks the item,
 * records the call and takes the turn (rule 7); after it, the attempt exists durably, before any provider is asked.
 *
 * Must never: pass a limit, choose outside an opening, or claim an item twice. Limits, turns and readiness are read inside the
 * transaction; the unique indexes of `calls` stand behind it. Called by the dialer's loop, and for one item by call-now.
 */
import { settleCampaignTx } from '../campaigns/settle.ts';
import { dealSlots } from '../../shared/domain/round-robin.ts';
import type { Candidate, OpenCampaign } from '../data/claim-store.ts';
import type { Parts } from '../parts.ts';
import { ClaimRoom } from './claim-room.ts';
import { judge } from './judge.ts';
import type { ClaimedCall } from './record-call.ts';
import { recordClaimTx } from './record-claim.ts';

/** Claims of one transaction at most, and items put aside: beyond them the loop comes again, after others had the store. */
const MOST_CLAIMS = 50;
const MOST_PUT_ASIDE = 500;
/** How long an item waits whose own agent's provider has no room, while its campaign goes on through another. */
const NO_ROOM_MS = 10_000;

export interface ClaimPass {
  claimed: ClaimedCall[];
  /** Whether there may be more to claim at once. */
  more: boolean;
  /** When a provider that had no rate token has one again. */
  nextTokenAt: number | null;
}

/** Claims what may be called now, at most `MOST_CLAIMS`, user by user in turn. */
export function claimCalls(parts: Parts): ClaimPass {
  const pass = parts.data.database.write(() => {
    const room = new ClaimRoom(parts, parts.clock.now());
    const users = room.freeSystemSlots > 0 ? callersWithRoom(room) : [];
    const run = new ClaimRun(room, users);
    dealSlots(Math.min(room.freeSystemSlots, MOST_CLAIMS), users, (userId) => run.claimFor(userId));
    for (const campaignId of run.skippedIn) settleCampaignTx(parts, campaignId);
    if (run.claimed.length > 0) parts.signal('claim.before-commit');
    return {
      claimed: run.claimed,
      more: run.claimed.length === MOST_CLAIMS || run.putAside >= MOST_PUT_ASIDE,
      nextTokenAt: room.nextTokenAt,
    };
  });
  if (pass.claimed.length > 0) parts.signal('claim.after-commit');
  return pass;
}

/** The users whose own limit leaves them room, in turn. */
const callersWithRoom = (room: ClaimRoom) =>
  room.parts.data.claims
    .callers()
    .map((caller) => ({ userId: caller.userId, freeSlots: room.freeSlotsOf(caller) }))
    .filter((user) => user.freeSlots > 0);

class ClaimRun {
  readonly claimed: ClaimedCall[] = [];
  putAside = 0;
  /** Campaigns of which somebody was skipped: it may have been the last who waited. */
  readonly skippedIn = new Set<string>();
  private readonly room: ClaimRoom;
  /** By user, in turn. Read for all of them at once: most may have nothing that is open. */
  private readonly open: Map<string, OpenCampaign[]>;

  constructor(room: ClaimRoom, users: readonly { userId: string }[]) {
    this.room = room;
    this.open = room.parts.data.claims.openCampaigns(
      users.map(({ userId }) => userId),
      room.now,
    );
  }

  /** Claims the user's next callable item, if there is one. Items at the head that may not be called are put aside. */
  claimFor(userId: string): boolean {
    for (;;) {
      const candidate = this.next(userId);
      if (!candidate || this.putAside >= MOST_PUT_ASIDE) return false;
      const verdict = judge(this.room, candidate);
      switch (verdict.kind) {
        case 'callable':
          this.claim(candidate);
          return true;
        case 'hold':
          this.hold(candidate, verdict.until);
          break;
        case 'skip':
          this.skip(candidate, verdict);
          this.putAside += 1;
          break;
        case 'no-room':
          if (this.goesAnotherWay(candidate)) this.hold(candidate, this.room.now + NO_ROOM_MS);
          else this.leaveOut(userId, candidate.campaignId);
      }
    }
  }

  /** The order of rule 3: callbacks by their time, then the campaigns in turn, each with the head of its line. */
  private next(userId: string): Candidate | undefined {
    const { claims } = this.room.parts.data;
    const campaigns = this.openCampaigns(userId).filter((campaign) => this.room.hasCampaignRoom(campaign));
    const callbacks = campaigns.map((campaign) => claims.firstCallback(campaign.id, this.room.now)).filter((found) => found !== undefined);
    if (callbacks.length > 0) return callbacks.reduce((a, b) => ((b.callbackAt ?? 0) < (a.callbackAt ?? 0) ? b : a));
    for (const campaign of campaigns) {
      const first = claims.firstInLine(campaign.id);
      if (first) return first;
    }
    return undefined;
  }

  private openCampaigns(userId: string): OpenCampaign[] {
    return this.open.get(userId) ?? [];
  }

  /** Whether the item's own agent speaks through another provider than its campaign: then those behind it may have room. */
  private goesAnotherWay({ agentId, campaignId }: Candidate): boolean {
    const campaign = this.room.campaign(campaignId);
    return campaign !== null && this.room.lineOf(agentId)?.provider !== this.room.lineOf(campaign.agentId)?.provider;
  }

  private hold(candidate: Candidate, until: number): void {
    this.room.parts.data.claims.holdTx(candidate.itemId, until);
    this.putAside += 1;
  }

  private leaveOut(userId: string, campaignId: string): void {
    this.open.set(
      userId,
      this.openCampaigns(userId).filter((campaign) => campaign.id !== campaignId),
    );
  }

  private claim(candidate: Candidate): void {
    const call = recordClaimTx(this.room, candidate);
    this.claimed.push(call);
    // The campaign that had its turn goes behind the user's others.
    const campaigns = this.openCampaigns(candidate.userId);
    const own = campaigns.filter((campaign) => campaign.id === candidate.campaignId);
    this.open.set(candidate.userId, [...campaigns.filter((campaign) => campaign.id !== candidate.campaignId), ...own]);
  }

  private skip(candidate: Candidate, { reason, details }: { reason: string; details: string }): void {
    const { data } = this.room.parts;
    const item = { id: candidate.itemId, campaignId: candidate.campaignId };
    data.items.moveTx(item, 'queued', 'skipped', this.room.now, { failureReason: reason });
    data.items.recordTx(item.id, this.room.now, { action: 'skipped', details, by: 'ringmaster' });
    this.skippedIn.add(candidate.campaignId);
  }
}
