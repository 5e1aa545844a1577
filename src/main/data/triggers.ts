/**
 * What the database itself keeps true, whoever writes: the state machines (no transition that the tables of
 * `shared/domain/states.ts` do not name) and the counters of campaigns (rule 11: equal to a recount, in the same statement).
 *
 * Made anew at every start, after the migrations: a migration that rebuilds a table drops its triggers without a word.
 */
import { callTransitions, campaignTransitions, ITEM_STATES, itemTransitions, type Transitions } from '../../shared/domain/states.ts';

const word = (text: string) => `'${text}'`;

/** Refuses every change of `status` that the table does not name. */
function guard(table: string, transitions: Transitions<string>): string {
  const allowed = Object.entries(transitions)
    .filter(([, to]) => to.length > 0)
    .map(([from, to]) => `(OLD.status = ${word(from)} AND NEW.status IN (${to.map(word).join(', ')}))`)
    .join(' OR ');
  return `CREATE TRIGGER ${table}_transition BEFORE UPDATE OF status ON ${table}
    WHEN OLD.status <> NEW.status AND NOT (${allowed})
    BEGIN SELECT RAISE(ABORT, '${table}: this state does not follow'); END`;
}

/** `queued = queued + 1, …` for the states of one row, seen through `row` (OLD or NEW) and only while it is not removed. */
function tally(row: 'OLD' | 'NEW', sign: '+' | '-'): string {
  const columns = ITEM_STATES.map((state) => `${state} = ${state} ${sign} (${row}.status = ${word(state)})`);
  return `UPDATE campaign_counts SET total = total ${sign} 1, ${columns.join(', ')} WHERE campaign_id = ${row}.campaign_id AND ${row}.removed_at IS NULL`;
}

/** A move within one campaign in one statement, so that the counters add up at every moment. */
function move(): string {
  const columns = ITEM_STATES.map(
    (state) =>
      `${state} = ${state} + (NEW.removed_at IS NULL AND NEW.status = ${word(state)}) - (OLD.removed_at IS NULL AND OLD.status = ${word(state)})`,
  );
  return `UPDATE campaign_counts SET total = total + (NEW.removed_at IS NULL) - (OLD.removed_at IS NULL), ${columns.join(', ')} WHERE campaign_id = NEW.campaign_id`;
}

const TRIGGERS: Readonly<Record<string, string>> = {
  call_campaigns_transition: guard('call_campaigns', campaignTransitions),
  call_queue_transition: guard('call_queue', itemTransitions),
  calls_transition: guard('calls', callTransitions),
  campaign_counts_begin: `CREATE TRIGGER campaign_counts_begin AFTER INSERT ON call_campaigns
    BEGIN INSERT INTO campaign_counts (campaign_id) VALUES (NEW.id); END`,
  call_queue_counted_in: `CREATE TRIGGER call_queue_counted_in AFTER INSERT ON call_queue BEGIN ${tally('NEW', '+')}; END`,
  call_queue_counted_out: `CREATE TRIGGER call_queue_counted_out AFTER DELETE ON call_queue BEGIN ${tally('OLD', '-')}; END`,
  call_queue_counted_on: `CREATE TRIGGER call_queue_counted_on AFTER UPDATE OF status, removed_at ON call_queue
    WHEN OLD.status <> NEW.status OR OLD.removed_at IS NOT NEW.removed_at BEGIN ${move()}; END`,
};

/** The statements that drop and make every trigger; run in one transaction. */
export function triggerStatements(): string[] {
  return Object.entries(TRIGGERS).flatMap(([name, create]) => [`DROP TRIGGER IF EXISTS ${name}`, create]);
}
