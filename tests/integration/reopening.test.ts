/** What a later end date reopens: carried through in steps, over changes of mind and crashes (domain.md, rule 5). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleCampaignTx } from '../../src/main/campaigns/settle.ts';
import { cancelCampaign } from '../../src/main/campaigns/stop.ts';
import { updateCampaign } from '../../src/main/campaigns/update.ts';
import { type Actor, everyone } from '../../src/main/data/scope.ts';
import { Pass } from '../../src/main/dialer/pass.ts';
import { aCampaign, anItem, aUser, openWorld, type World } from '../helpers/builders.ts';
import { runPasses, unaskedProvider } from '../helpers/passes.ts';
import { Simulation } from '../helpers/simulation.ts';

const NINE = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

let world: World;
let anna: Actor;
beforeEach(() => {
  world = openWorld({ at: NINE, providers: { practice: unaskedProvider } });
  anna = aUser(world);
});
afterEach(() => world.close());

const statusOf = (id: string) => world.data.campaigns.get(everyone, id)!.status;
const pass = () => runPasses(world);

describe('the reopening by a later end date', () => {
  const NEXT_DAY = Date.UTC(2026, 2, 3, 10);
  /** Two whole steps and some of a third. */
  const MANY = 1100;
  const STEP = 500;
  const rowOf = (id: string) => world.data.campaigns.get(everyone, id)!;
  const counts = (id: string) => world.data.campaigns.countsOf(everyone, id)!;
  const workOnce = () => new Pass(world).run(() => false);

  /** A campaign whose end date closed many: every third was tried once, and two share a place, also where a step ends. */
  async function closed() {
    const campaign = aCampaign(world, anna, { endOn: '2026-03-02' });
    world.data.database.write(() => {
      for (let n = 1; n <= MANY; n += 1) {
        const tried = n % 3 === 0 ? { attemptCount: 1, lastAttemptResult: 'busy' } : {};
        anItem(world, campaign, { position: Math.floor(n / 2) + 1, ...tried });
      }
    });
    await world.clock.advanceTo(NEXT_DAY);
    pass();
    expect([statusOf(campaign.id), counts(campaign.id).queued, rowOf(campaign.id).neverCalled]).toEqual(['completed', 0, 734]);
    return campaign;
  }

  it('goes in steps that gate the claim, each told in the counters and the history, and counts everyone once', async () => {
    const campaign = await closed();
    const told = updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06' });
    expect([told.status, told.carry, told.endOn, counts(campaign.id).queued]).toEqual(['active', 'reopen', '2026-03-06', 0]);
    const steps = Array.from({ length: 3 }, () => {
      const { claimed } = new Pass(world).run(() => rowOf(campaign.id).carry !== null);
      return [counts(campaign.id).queued, rowOf(campaign.id).carry, claimed.length];
    });
    expect(steps).toEqual([
      [STEP, 'reopen', 0],
      [2 * STEP, 'reopen', 0],
      [MANY, null, 0],
    ]);
    expect(rowOf(campaign.id)).toMatchObject({ status: 'active', neverCalled: 0 });
    const { sqlite } = world.data.database;
    const reopened = sqlite.prepare(
      "SELECT count(*), count(DISTINCT item_id), min(by), max(by) FROM queue_history WHERE action = 'reopened'",
    );
    expect(reopened.raw().get()).toEqual([MANY, MANY, anna.userId, anna.userId]);
    expect(new Pass(world).run(() => true).claimed).toHaveLength(2);
  });

  it('finds those whom it closed behind very many that ended otherwise', async () => {
    const campaign = aCampaign(world, anna, { endOn: '2026-03-02' });
    const last = world.data.database.write(() => {
      for (let position = 1; position <= 2100; position += 1)
        anItem(world, campaign, { position, attemptCount: 1, lastAttemptResult: 'busy' });
      return anItem(world, campaign, { position: 2101 });
    });
    const { sqlite } = world.data.database;
    sqlite.prepare("UPDATE call_queue SET status = 'failed', completed_at = ? WHERE id <> ?").run(NINE, last.id);
    await world.clock.advanceTo(NEXT_DAY);
    pass();
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06' });
    workOnce();
    expect([rowOf(campaign.id).carry, counts(campaign.id).queued]).toEqual(['reopen', 0]);
    workOnce();
    expect([rowOf(campaign.id).carry, counts(campaign.id)]).toMatchObject([null, { queued: 1, failed: 2100 }]);
  });

  it('tells how many are still left when it is cut short by another end date, and takes none of them for called', async () => {
    const campaign = await closed();
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06' });
    workOnce();
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-02' });
    pass();
    expect([statusOf(campaign.id), counts(campaign.id).queued, rowOf(campaign.id).neverCalled]).toEqual(['completed', 0, 734]);
  });

  it('leaves in a campaign that is cancelled meanwhile whom it had not reached, and nobody waiting', async () => {
    const campaign = await closed();
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06' });
    workOnce();
    await cancelCampaign(world, anna, { id: campaign.id });
    pass();
    expect(counts(campaign.id)).toMatchObject({ queued: 0, cancelled: STEP, total: MANY });
  });

  it('comes before the new spread of a window that was changed with it or meanwhile', async () => {
    const campaign = await closed();
    const late = anItem(world, campaign, { position: MANY + 1, scheduledFor: NINE });
    world.data.database.write(() => world.data.campaigns.moveTx(campaign, 'completed', 'active', NEXT_DAY));
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06', firstCallTime: '12:00' });
    workOnce();
    expect(rowOf(campaign.id)).toMatchObject({ carry: 'reopen', respreadNext: true });
    updateCampaign(world, anna, campaign.id, { firstCallTime: '14:00' });
    expect(rowOf(campaign.id)).toMatchObject({ carry: 'reopen', respreadNext: true });
    workOnce();
    workOnce();
    expect([rowOf(campaign.id), counts(campaign.id).queued]).toMatchObject([{ carry: 'respread', respreadNext: false }, MANY + 1]);
    pass();
    expect([rowOf(campaign.id), world.data.items.get(everyone, late.id)]).toMatchObject([
      { carry: null },
      { scheduledBy: 'spread', scheduledFor: NEXT_DAY + 240 * MINUTE },
    ]);
    const byHand = world.data.database.sqlite.prepare("SELECT count(*) FROM call_queue WHERE scheduled_by = 'hand' AND scheduled_for = ?");
    expect(byHand.pluck().get(NEXT_DAY)).toBe(MANY);
  });

  it('does not let the campaign complete while it goes on', async () => {
    const campaign = await closed();
    updateCampaign(world, anna, campaign.id, { endDate: '2026-03-06', name: 'Second try' });
    expect(world.data.database.write(() => settleCampaignTx(world, campaign.id))).toBe(false);
    expect(statusOf(campaign.id)).toBe('active');
  });

  it('goes on after a crash in its middle, and every number is dialed once', async () => {
    const simulation = new Simulation({ at: NINE });
    try {
      const user = aUser(simulation.world);
      const campaign = aCampaign(simulation.world, user, { endOn: '2026-03-02' });
      simulation.world.data.database.write(() => {
        for (let position = 1; position <= MANY; position += 1) anItem(simulation.world, campaign, { position });
      });
      await simulation.clock.advanceTo(NEXT_DAY);
      while (new Pass(simulation.world).run(() => false).more);
      updateCampaign(simulation.world, user, campaign.id, { endDate: '2026-03-06' });
      new Pass(simulation.world).run(() => false);
      const now = () => [
        simulation.world.data.campaigns.get(everyone, campaign.id)?.carry,
        simulation.world.data.campaigns.countsOf(everyone, campaign.id)?.skipped,
      ];
      expect(now()).toEqual(['reopen', MANY - STEP]);
      simulation.restart();
      await simulation.clock.advance(30 * MINUTE);
      expect(now()).toEqual([null, 0]);
      expect(simulation.line.observe()).toMatchObject({ referencesTwice: [], numbersUpTwice: [] });
      const { sqlite } = simulation.world.data.database;
      expect(sqlite.prepare('SELECT count(*) > 5, count(DISTINCT item_id) = count(*) FROM calls').raw().get()).toEqual([1, 1]);
    } finally {
      simulation.close();
    }
  });
});
