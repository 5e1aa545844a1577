/** Who is called in the crash runs: two users, three campaigns, and numbers that both users have on their lists. */
import { changeConcurrency } from '../../src/main/settings/concurrency.ts';
import { changeDialing } from '../../src/main/settings/dialing.ts';
import { aCampaign, aContact, anAdmin, anItem, aUser } from '../helpers/builders.ts';
import type { World } from '../helpers/builders.ts';
import { openKeptWorld } from '../helpers/kept-world.ts';

export const SYSTEM_LIMIT = 5;
export const USER_LIMIT = 4;
export const CAMPAIGN_LIMIT = 2;

/**
 * Campaigns that may call at any time, as soon as they can, each person twice at most; `people` waiting items in all.
 * @param setUp what else the installation has before its people.
 */
export function seedPeople(dataDir: string, at: number, people: number, setUp: (world: World) => void = () => {}): void {
  const world = openKeptWorld(dataDir, at);
  setUp(world);
  const window = { firstCallTime: '00:00', lastCallTime: '24:00', pacing: 'asap', maxAttempts: 2, retryAfter: 1 } as const;
  world.data.database.write(() => {
    const admin = anAdmin(world, { concurrentCallsLimit: 0 });
    changeConcurrency(world, admin, { systemLimit: SYSTEM_LIMIT });
    changeDialing(world, admin, { gapMinutes: 0, timeZone: 'UTC' });
    const [ada, ben] = [aUser(world, { concurrentCallsLimit: USER_LIMIT }), aUser(world, { concurrentCallsLimit: USER_LIMIT })];
    const narrow = aCampaign(world, ada, { ...window, concurrencyLimit: CAMPAIGN_LIMIT });
    const wide = aCampaign(world, ada, window);
    const other = aCampaign(world, ben, window);
    for (let i = 0; i < people; i += 3) {
      const contact = aContact(world, ada);
      anItem(world, narrow, { position: i, contact });
      anItem(world, wide, { position: i });
      anItem(world, other, { position: i, contact: aContact(world, ben, { phone: contact.phone }) });
    }
  });
  world.close();
}
