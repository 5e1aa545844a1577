/**
 * Adds contacts to the queue of a campaign by hand, one or many: with a time, a place and settings of their own where they are
 * given, else by the campaign's pacing like everyone who joins it.
 */
import { AppError, conflict, notFound } from '../../shared/domain/app-error.ts';
import { cameInTx } from '../campaigns/add-people.ts';
import { planItems, readPeople, writeItems } from '../campaigns/enqueue.ts';
import { checkAgent, ownCampaign } from '../campaigns/find.ts';
import { refuseNewcomers } from '../campaigns/reopen.ts';
import type { Campaign } from '../data/campaign-store.ts';
import type { NewItem, OwnSettings } from '../data/people-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { refuseTimeWithoutOpening } from './chosen-time.ts';

/** Items that are given their times in one go: some milliseconds. */
const TIMED = 100;

export interface NewEntry extends OwnSettings {
  campaignId: string;
  contactId: number;
  /** When it is due; by the campaign's pacing where it is left out. */
  at?: number | undefined;
}

export interface NewEntries extends OwnSettings {
  campaignId: string;
  contactIds: readonly number[];
  /** When the first is due. */
  startAt?: number | undefined;
  spacingMs: number;
}

export interface Added {
  /** Numbers of the new items, in the order of the list. */
  itemIds: number[];
  refused: { contactId: number; error: AppError }[];
}

/**
 * @returns the number of the new item.
 * @throws AppError `not_found`; `campaign_cancelled`, `campaign_ended`; `already_in_campaign` with the item's ids; `no_such_agent`;
 *   `after_end_date`, `outside_window`.
 */
export async function addItem(parts: Parts, actor: Actor, { contactId, at, ...rest }: NewEntry): Promise<number> {
  const { itemIds, refused } = await addItems(parts, actor, { ...rest, contactIds: [contactId], startAt: at, spacingMs: 0 });
  if (refused[0]) throw refused[0].error;
  return itemIds[0] as number;
}

/**
 * Adds those of a list that can be added and says why the others cannot. The i-th of them is due at `startAt + i × spacing`.
 * @throws AppError `not_found`, `campaign_cancelled`, `campaign_ended`, `no_such_agent` for the list as a whole.
 */
export async function addItems(parts: Parts, actor: Actor, given: NewEntries): Promise<Added> {
  const campaign = ownCampaign(parts, actor, given.campaignId);
  refuseNewcomers(parts, campaign);
  if (given.agentId !== undefined) checkAgent(parts, actor, given.agentId);
  const people = await readPeople(parts, campaign, given.contactIds);
  const refusals = new Map<number, AppError>();
  const items = await timedItems(parts, actor, campaign, given, planItems(parts, campaign, people.joining), refusals);
  // Of two lists that come at once each contact is put in by one.
  const written = new Set<number>();
  await writeItems(parts, campaign, items, {
    firstTx() {
      // A long list was read and timed in steps: the agent may be gone since.
      if (given.agentId !== undefined) checkAgent(parts, actor, given.agentId);
    },
    stepTx(came) {
      refuseNewcomers(parts, ownCampaign(parts, actor, campaign.id));
      if (came.length > 0) cameInTx(parts, campaign.id);
      for (const id of came) written.add(id);
    },
  });
  return tell(parts, actor, campaign, given.contactIds, written, refusals);
}

/**
 * The planned items with what is their own; a time of their own stands before the campaign's pacing. In steps, for each asks the
 * calendar; a time that was refused in a zone is not asked again there.
 */
async function timedItems(
  parts: Parts,
  actor: Actor,
  campaign: Campaign,
  { startAt, spacingMs, contactIds, ...given }: NewEntries,
  planned: readonly NewItem[],
  refusals: Map<number, AppError>,
): Promise<NewItem[]> {
  const { campaignId: _campaignId, ...own } = given;
  if (startAt === undefined && spacingMs === 0) return planned.map((item) => ({ ...item, ...own }));
  const from = startAt ?? parts.clock.now();
  const places = new Map([...new Set(contactIds)].map((id, i) => [id, i]));
  const inOrder = planned.toSorted((a, b) => (places.get(a.contactId) ?? 0) - (places.get(b.contactId) ?? 0));
  const timed: NewItem[] = [];
  const refused = new Map<string, AppError>();
  for (const [i, item] of inOrder.entries()) {
    if (i > 0 && i % TIMED === 0) await sleep(parts.clock, 0);
    const at = from + timed.length * spacingMs;
    const zone = (campaign.useContactZone && parts.data.contacts.get(ownScope(actor), item.contactId)?.timeZone) || null;
    const asked = `${zone} ${at}`;
    const refusal = refused.get(asked) ?? refusalOf(() => refuseTimeWithoutOpening(parts, campaign, zone, at));
    if (refusal) {
      refused.set(asked, refusal);
      refusals.set(item.contactId, refusal);
    } else timed.push({ ...item, ...own, scheduledFor: at, scheduledBy: 'hand' });
  }
  return timed;
}

function refusalOf(check: () => void): AppError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error;
  }
}

/** Whom the list names, each with what became of them. */
function tell(
  { data }: Parts,
  actor: Actor,
  campaign: Campaign,
  contactIds: readonly number[],
  written: ReadonlySet<number>,
  refusals: ReadonlyMap<number, AppError>,
): Added {
  const added: Added = { itemIds: [], refused: [] };
  const known = new Map(data.queueHand.itemsOf(campaign.id, contactIds).map((item) => [item.contactId, item]));
  for (const contactId of new Set(contactIds)) {
    const item = known.get(contactId);
    const refusal = refusals.get(contactId);
    if (refusal) added.refused.push({ contactId, error: refusal });
    else if (item && written.has(contactId)) added.itemIds.push(item.id);
    else if (!item || !data.contacts.getLive(ownScope(actor), contactId)) added.refused.push({ contactId, error: notFound('contact') });
    else added.refused.push({ contactId, error: alreadyIn(item) });
  }
  return added;
}

const alreadyIn = ({ id, status }: { id: number; status: string }): AppError => {
  const queueId = `queue_${id}`;
  const wayIn =
    status === 'queued' || status === 'processing'
      ? 'Change that item'
      : `Put it back with PUT /api/call-queue/${queueId} and {"status":"pending"}`;
  return conflict('already_in_campaign', `The contact is in this campaign already, as ${queueId}. ${wayIn}.`, { data: { id, queueId } });
};
