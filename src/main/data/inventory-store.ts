/** How much of everything there is, for a report of a fault: counts alone, nothing that a row says. */
import { ITEM_STATES, type ItemState } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';

/** By the word that the report uses; each is answered from an index or from sums that are kept. */
const COUNTS: Readonly<Record<string, string>> = {
  users: 'SELECT count(*) FROM users',
  usersSwitchedOff: 'SELECT count(*) FROM users WHERE active = 0',
  contacts: 'SELECT count(*) FROM contacts WHERE deleted_at IS NULL',
  agents: 'SELECT count(*) FROM agents WHERE deleted_at IS NULL',
  campaigns: 'SELECT count(*) FROM call_campaigns WHERE deleted_at IS NULL',
  campaignsRunning: "SELECT count(*) FROM call_campaigns WHERE status = 'active' AND deleted_at IS NULL",
  peopleQueued: 'SELECT coalesce(sum(queued), 0) FROM campaign_counts',
  peopleTotal: 'SELECT coalesce(sum(total), 0) FROM campaign_counts',
  calls: 'SELECT count(*) FROM calls',
  callsUp: 'SELECT count(*) FROM calls WHERE slot_released_at IS NULL',
  deliveriesOpen: "SELECT count(*) FROM webhook_inbox WHERE state IN ('new', 'waiting')",
  deliveriesRefused: 'SELECT count(*) FROM refused_deliveries',
  doNotCall: 'SELECT count(*) FROM do_not_call',
  holidays: 'SELECT count(*) FROM holidays',
  importsOpen: 'SELECT count(*) FROM imports WHERE finished_at IS NULL',
  noticesOpen: 'SELECT count(*) FROM notices WHERE closed_at IS NULL',
};

export function inventoryStore({ sqlite }: Database) {
  const counts = Object.entries(COUNTS).map(([name, sql]) => [name, sqlite.prepare(sql).pluck()] as const);
  const items = sqlite.prepare(
    `SELECT ${ITEM_STATES.map((state) => `coalesce(sum(${state}), 0) AS ${state}`).join(', ')} FROM campaign_counts`,
  );
  const version = sqlite.prepare('SELECT sqlite_version()').pluck();
  return {
    counts: (): Record<string, number> => Object.fromEntries(counts.map(([name, statement]) => [name, statement.get() as number])),
    /** People in all queues, from the sums of the campaigns. */
    itemsByState: () => items.get() as Record<ItemState, number>,
    sqliteVersion: (): string => String(version.get()),
  };
}
