/**
 * Creates a campaign from contacts: a draft, or at once scheduled or active, by whether its start date has come in its zone.
 *
 * Campaign and people appear together: a list of up to 500 in one transaction; a longer one fills a draft, which starts with its
 * last step. Refused where nobody can be called, before anything is written.
 */
import type { CampaignSettings, NewCampaign, PeopleAdded } from '../../shared/contract/campaigns.ts';
import { AppError } from '../../shared/domain/app-error.ts';
import { HOUR_MS, isTimeZone, localDateOf } from '../../shared/domain/calendar.ts';
import { DEFAULT_RETRY } from '../../shared/domain/retry.ts';
import type { Campaign, NewCampaign as NewCampaignRow } from '../data/campaign-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { planItems, readPeople, toldOf, writeItems } from './enqueue.ts';
import { changedMeanwhile, checkAgent, ownCampaign } from './find.ts';
import { currentOpening } from './opening.ts';
import { checkStart, goTx } from './start.ts';

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];

/** Every field of a new campaign's row, with what holds where the request left it out (rest.md). */
export function newCampaignRow(parts: Parts, actor: Actor, given: CampaignSettings): NewCampaignRow {
  const now = parts.clock.now();
  const timeZone = given.timeZone ?? dialingSettings(parts).timeZone;
  const window = {
    firstCallTime: given.firstCallTime,
    lastCallTime: given.lastCallTime,
    weekdays: weekdaysOf(given.weekdays ?? ALL_WEEK),
    timeZone,
    startOn: given.startDate ?? localDateOf(now, isTimeZone(timeZone) ? timeZone : 'UTC'),
    endOn: given.endDate ?? null,
  };
  return {
    id: parts.ids.next('campaign'),
    userId: actor.userId,
    name: given.name,
    description: given.description ?? '',
    agentId: given.agentId,
    nextAction: given.nextAction,
    ...window,
    ...currentOpening(window, parts.data.compliance.holidaySet(), now),
    useContactZone: given.useContactZone ?? false,
    pacing: given.pacing ?? 'spread',
    maxAttempts: given.retry?.maxAttempts ?? DEFAULT_RETRY.maxAttempts,
    retryAfter: given.retry?.retryAfter ?? DEFAULT_RETRY.retryAfterMinutes,
    retryByOutcome: given.retry?.byOutcome ?? {},
    concurrencyLimit: given.concurrencyLimit ?? null,
    keepOpen: given.keepOpen ?? false,
    createdAt: now,
    updatedAt: now,
  };
}

/** Each weekday once, in the order of the week. */
export const weekdaysOf = (weekdays: readonly number[]) => [...new Set(weekdays)].toSorted((a, b) => a - b);

/**
 * Refuses more new campaigns than the setting allows within an hour.
 * @throws AppError `too_many_campaigns`, retryable.
 */
export function checkCreationLimitTx(parts: Parts, actor: Actor): void {
  const { campaignsPerHour } = dialingSettings(parts);
  if (parts.data.campaigns.createdSince(actor.userId, parts.clock.now() - HOUR_MS) < campaignsPerHour) return;
  const sentence = `You created ${campaignsPerHour} campaigns within an hour, which is the limit. Try again later, or have an admin raise it in Settings.`;
  throw new AppError('too-many', 'too_many_campaigns', sentence);
}

/**
 * Creates a draft without people: what an import fills and `startCampaign` starts.
 * @throws AppError `no_such_agent`, `too_many_campaigns`.
 */
export function createDraft(parts: Parts, actor: Actor, given: CampaignSettings): Campaign {
  checkAgent(parts, actor, given.agentId);
  return parts.data.database.write(() => {
    checkCreationLimitTx(parts, actor);
    return parts.data.campaigns.insertTx(newCampaignRow(parts, actor, given));
  });
}

/**
 * Creates a campaign with its people and, unless a draft was asked for, starts it.
 * @throws AppError `no_such_agent`, `too_many_campaigns`, the refusals of a start.
 */
export async function createCampaign(parts: Parts, actor: Actor, given: NewCampaign): Promise<{ campaign: Campaign; people: PeopleAdded }> {
  checkAgent(parts, actor, given.agentId);
  const row = newCampaignRow(parts, actor, given);
  const people = await readPeople(parts, row, given.contactIds ?? []);
  const planned = { ...row, status: 'draft', startedAt: null } as Campaign;
  if (!given.draft) checkStart(parts, planned, people.joining.length);
  const items = planItems(parts, planned, people.joining);
  const added = await writeItems(parts, row, items, {
    firstTx() {
      checkCreationLimitTx(parts, actor);
      parts.data.campaigns.insertTx(row);
    },
    lastTx() {
      if (!given.draft && !goTx(parts, planned)) throw changedMeanwhile();
    },
  });
  return { campaign: ownCampaign(parts, actor, row.id), people: toldOf(people, added) };
}
