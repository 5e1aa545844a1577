/** What people do during a run, by the verbs of the program. What the program refuses is refused: that is an answer too. */
import { addContacts } from '../../../src/main/campaigns/add-people.ts';
import { pauseAll, resumeAll } from '../../../src/main/campaigns/all.ts';
import { callAgain } from '../../../src/main/campaigns/reopen.ts';
import { resumeCampaign } from '../../../src/main/campaigns/start.ts';
import { cancelCampaign, pauseCampaign } from '../../../src/main/campaigns/stop.ts';
import { updateCampaign } from '../../../src/main/campaigns/update.ts';
import { addDoNotCall } from '../../../src/main/compliance/do-not-call.ts';
import { addHoliday } from '../../../src/main/compliance/holidays.ts';
import { deleteContact } from '../../../src/main/contacts/delete-contact.ts';
import type { Actor } from '../../../src/main/data/scope.ts';
import { callBack } from '../../../src/main/queue/call-back.ts';
import { cancelItem } from '../../../src/main/queue/cancel-item.ts';
import { changePriority } from '../../../src/main/queue/change-priority.ts';
import { removeItem } from '../../../src/main/queue/remove-item.ts';
import { reopenItem } from '../../../src/main/queue/reopen-item.ts';
import { changeConcurrency } from '../../../src/main/settings/concurrency.ts';
import { addDays, localDateOf } from '../../../src/shared/domain/calendar.ts';
import { whileTimePasses } from '../../helpers/lists.ts';
import type { Simulation } from '../../helpers/simulation.ts';
import { personOf, type Town } from './people.ts';
import { type Action, POOL } from './scenario.ts';

/** Does one thing; resolves when it is done and what it set off has settled. */
export async function act(simulation: Simulation, town: Town, action: Action): Promise<void> {
  try {
    await perform(simulation, town, action);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AppError')) throw error;
  }
}

async function perform(simulation: Simulation, town: Town, action: Action): Promise<void> {
  const { world, clock } = simulation;
  const { admin } = town;
  const user = 'who' in action ? (town.users[action.who % town.users.length] as Actor) : admin;
  const id = 'who' in action ? (town.campaigns[action.who % Math.max(town.campaigns.length, 1)] ?? '') : '';
  const campaign = world.data.campaigns.viewsOf({ userId: null } as never, [id])[0]?.campaign;
  const owner: Actor = campaign ? { userId: campaign.userId, role: 'supervisor' } : user;
  const phone = 'who' in action ? (POOL[action.who] as string) : '';
  const item = 'item' in action ? itemOf(simulation, id, action.item) : 0;
  switch (action.kind) {
    case 'system-limit':
      changeConcurrency(world, admin, { systemLimit: action.value });
      return;
    case 'user-limit':
      changeConcurrency(world, admin, { users: [{ userId: user.userId, limit: action.value }] });
      return;
    case 'campaign-limit':
      updateCampaign(world, owner, id, { concurrencyLimit: action.value });
      return;
    case 'pause':
    case 'pause-and-hang-up':
      await pauseCampaign(world, owner, { id, hangUp: action.kind !== 'pause' });
      return;
    case 'resume':
      resumeCampaign(world, owner, id);
      return;
    case 'cancel':
    case 'cancel-and-hang-up':
      await cancelCampaign(world, owner, { id, hangUp: action.kind !== 'cancel' });
      return;
    case 'pause-all':
      await pauseAll(world, admin, {});
      return;
    case 'resume-all':
      resumeAll(world, admin);
      return;
    case 'delete-contact': {
      const contact = world.data.contacts.byNumber(user.userId, phone);
      if (contact) deleteContact(world, user, contact.id);
      return;
    }
    case 'do-not-call':
      addDoNotCall(world, user, { phoneNumber: phone });
      return;
    case 'call-again':
      await callAgain(world, owner, { id, outcomes: ['busy', 'no-answer', 'failed', 'voicemail', 'unknown'] });
      return;
    case 'window':
      updateCampaign(world, owner, id, { firstCallTime: action.firstCallTime, lastCallTime: action.lastCallTime });
      return;
    case 'end-date':
      if (campaign) updateCampaign(world, owner, id, { endDate: addDays(localDateOf(clock.now(), campaign.timeZone), action.days) });
      return;
    case 'add-people':
      await addContacts(world, owner, { id, contactIds: [personOf(world, owner, { number: action.number, timeZone: null, named: true })] });
      return;
    case 'call-now':
      await whileTimePasses(world, simulation.dialer.callNow(owner, { itemId: item }));
      return;
    case 'cancel-item':
      await whileTimePasses(world, cancelItem(world, owner, item, {}));
      return;
    case 'call-back':
      callBack(world, owner, item, { at: clock.now() + action.minutes * 60_000 });
      return;
    case 'remove-item':
      removeItem(world, owner, item);
      return;
    case 'reopen-item':
      reopenItem(world, owner, item);
      return;
    case 'priority':
      changePriority(world, owner, item, action.value);
      return;
    case 'holiday':
      addHoliday(world, admin, { date: addDays(localDateOf(clock.now(), 'UTC'), action.days), name: 'Holiday' });
      return;
    case 'crash':
      simulation.restart();
      return;
    case 'sleep':
      await clock.sleep(action.minutes * 60_000);
      return;
    case 'jump':
      clock.jump(action.minutes * 60_000);
  }
}

/** The n-th item of a campaign that is not removed, round and round; 0 where there is none. */
function itemOf({ world }: Simulation, campaignId: string, n: number): number {
  const ids = world.data.database.sqlite
    .prepare('SELECT id FROM call_queue WHERE campaign_id = ? AND removed_at IS NULL ORDER BY id')
    .pluck()
    .all(campaignId) as number[];
  return ids[n % Math.max(ids.length, 1)] ?? 0;
}
