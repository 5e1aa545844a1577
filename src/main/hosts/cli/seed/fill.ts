/** Fills an empty database: supervisors with an agent, contacts, and campaigns in every state with the calls they would have made. */
import { currentOpening } from '../../../campaigns/opening.ts';
import { SEED_WINDOW, type seedStore } from '../../../data/seed-store.ts';
import type { Parts } from '../../../parts.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { scoreOf } from '../../../../shared/domain/score.ts';
import { spreadPlan } from '../../../../shared/domain/spread.ts';
import { CAMPAIGN_STATES, type CallEnd, type CampaignState } from '../../../../shared/domain/states.ts';
import { inventConversation, inventPerson, type InventedPerson } from './invented.ts';
import { pastCallAt, pastOutcome } from './past-calls.ts';
import type { SeedSize } from './sizes.ts';

const DAY_MS = 86_400_000;
const PAST_DAYS = 10;
const SCHEDULED_IN_DAYS = 3;

const NAMES: Readonly<Record<CampaignState, string>> = {
  draft: 'Autumn fair, invitations',
  scheduled: 'Renewals, next week',
  active: 'Spring offer',
  paused: 'Loyal customers',
  completed: 'Satisfaction survey',
  cancelled: 'Old list of the fair',
};

/** How much of a campaign in this state has been called, 0 to 1. */
const DONE: Readonly<Record<CampaignState, number>> = { draft: 0, scheduled: 0, active: 0.3, paused: 0.2, completed: 1, cancelled: 0.5 };

export interface Owner {
  userId: string;
  agentId: string;
}

type Store = ReturnType<typeof seedStore>;

/** Everything of one supervisor, in one transaction. @param firstPerson number of their first invented contact. */
export function fillOwner(parts: Parts, store: Store, owner: Owner, size: SeedSize, firstPerson: number): void {
  const now = parts.clock.now();
  const people = Array.from({ length: size.contactsEach }, (_, i) => {
    const person = inventPerson(firstPerson + i);
    return { person, contactId: store.contactTx({ userId: owner.userId, ...person, at: now - PAST_DAYS * DAY_MS }) };
  });
  const each = Math.floor(people.length / size.campaignsEach);
  for (let k = 0; k < size.campaignsEach; k += 1) {
    const status = CAMPAIGN_STATES[k % CAMPAIGN_STATES.length] as CampaignState;
    fillCampaign(parts, store, owner, { status, conversations: size.conversations, people: people.slice(k * each, (k + 1) * each) });
  }
}

interface Filling {
  status: CampaignState;
  conversations: boolean;
  people: readonly { person: InventedPerson; contactId: number }[];
}

function fillCampaign(parts: Parts, store: Store, owner: Owner, { status, conversations, people }: Filling): void {
  const now = parts.clock.now();
  const ahead = status === 'scheduled' || status === 'draft' ? SCHEDULED_IN_DAYS : -PAST_DAYS;
  const startOn = localDateOf(now + ahead * DAY_MS, SEED_WINDOW.timeZone);
  const opening = currentOpening({ ...SEED_WINDOW, startOn }, new Set(), now);
  const id = parts.ids.next('campaign');
  store.campaignTx({ id, ...owner, name: NAMES[status], status, startOn, ...opening, at: now });
  const called = Math.round(people.length * DONE[status]);
  const waiting = people.length - called;
  const plan = spreadPlan(waiting, { from: opening.openFrom ?? now, until: opening.openUntil ?? now }, now);
  people.forEach(({ person, contactId }, i) => {
    const common = { ...owner, campaignId: id, contactId, position: i + 1, score: scoreOf(scored(person)), at: now };
    if (i >= called) {
      const scheduledFor = Math.round(plan.from + (i - called) * plan.stepMs);
      store.itemTx({ ...common, status: status === 'cancelled' ? 'cancelled' : 'queued', scheduledFor, result: null });
      return;
    }
    const claimedAt = pastCallAt(now, ((called - i) / called) * (PAST_DAYS - 1));
    const result = pastOutcome(claimedAt, i * 7);
    const itemId = store.itemTx({ ...common, status: result === 'completed' ? 'completed' : 'failed', scheduledFor: claimedAt, result });
    addPastCall(parts, store, {
      ...common,
      itemId,
      claimedAt,
      result,
      words: conversations ? person.firstName : null,
      phone: person.phone,
    });
  });
}

const scored = ({ firstName, email, company }: InventedPerson) => ({
  name: firstName,
  email,
  company,
  successfulCalls: 0,
  notConnected: 0,
});

interface PastCall extends Owner {
  campaignId: string;
  itemId: number;
  contactId: number;
  phone: string;
  claimedAt: number;
  result: CallEnd;
  /** Whom the conversation was with; null leaves no words. */
  words: string | null;
}

function addPastCall({ data, ids }: Parts, store: Store, { result, words, claimedAt, ...of }: PastCall): void {
  const ringMs = 4_000 + ((of.contactId * 37) % 20) * 1_000;
  const durationSeconds = result === 'completed' ? 15 + ((of.contactId * 53) % 165) : 0;
  const answeredAt = result === 'completed' || result === 'voicemail' ? claimedAt + ringMs : null;
  const endedAt = claimedAt + ringMs + durationSeconds * 1_000;
  const said = words !== null && result === 'completed' ? inventConversation(words) : { summary: null, transcript: null };
  const { userId, agentId, campaignId, itemId, contactId, phone } = of;
  const call = {
    id: ids.next('call'),
    userId,
    agentId,
    campaignId,
    itemId,
    contactId,
    phone,
    claimedAt,
    answeredAt,
    endedAt,
    durationSeconds,
  };
  store.callTx({ ...call, ...said, status: result });
  data.rollups.addTx(
    { ...call, status: result, origin: 'dialer', practice: true, cost: null, answeredByMachine: result === 'voicemail' },
    1,
  );
}
