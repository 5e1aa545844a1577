/** Makes a new draft from a campaign: the same settings and, unless told otherwise, the same people. */
import type { PeopleAdded } from '../../shared/contract/campaigns.ts';
import { isTimeZone, localDateOf } from '../../shared/domain/calendar.ts';
import type { Campaign, NewCampaign as NewCampaignRow } from '../data/campaign-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { checkCreationLimitTx } from './create.ts';
import { planItems, readPeople, toldOf, writeItems } from './enqueue.ts';
import { ownCampaign } from './find.ts';
import { currentOpening } from './opening.ts';

/**
 * A new draft with the settings and, unless told otherwise, the people of a campaign. It starts today at the earliest, and
 * without an end date that is over.
 * @throws AppError `not_found`, `too_many_campaigns`.
 */
export async function duplicateCampaign(
  parts: Parts,
  actor: Actor,
  { id, name, withPeople = true }: { id: string; name?: string | undefined; withPeople?: boolean | undefined },
): Promise<{ campaign: Campaign; people: PeopleAdded }> {
  const source = ownCampaign(parts, actor, id);
  const now = parts.clock.now();
  const today = localDateOf(now, isTimeZone(source.timeZone) ? source.timeZone : 'UTC');
  const row: NewCampaignRow = {
    ...settingsOf(source),
    id: parts.ids.next('campaign'),
    userId: actor.userId,
    name: name ?? copyName(source.name),
    startOn: source.startOn > today ? source.startOn : today,
    endOn: source.endOn !== null && source.endOn >= today ? source.endOn : null,
    createdAt: now,
    updatedAt: now,
  };
  Object.assign(row, currentOpening(row as Campaign, parts.data.compliance.holidaySet(), now));
  const people = await readPeople(parts, row, withPeople ? parts.data.people.contactsOf(source.id) : []);
  const items = planItems(parts, { ...row, status: 'draft', startedAt: null } as Campaign, people.joining);
  const added = await writeItems(parts, row, items, {
    firstTx() {
      checkCreationLimitTx(parts, actor);
      parts.data.campaigns.insertTx(row);
    },
  });
  return { campaign: ownCampaign(parts, actor, row.id), people: toldOf(people, added) };
}

/** What one campaign shares with another that is made after it. */
function settingsOf(source: Campaign): Omit<NewCampaignRow, 'id' | 'userId' | 'name' | 'startOn' | 'createdAt' | 'updatedAt'> {
  const { description, agentId, nextAction, firstCallTime, lastCallTime, weekdays, timeZone, useContactZone } = source;
  const { pacing, maxAttempts, retryAfter, retryByOutcome, concurrencyLimit, keepOpen } = source;
  const window = { firstCallTime, lastCallTime, weekdays, timeZone, useContactZone };
  return { description, agentId, nextAction, ...window, pacing, maxAttempts, retryAfter, retryByOutcome, concurrencyLimit, keepOpen };
}

const copyName = (name: string) => `${name.slice(0, 248)} (copy)`;
