/**
 * Watches a run from the provider's side: at every dial that the line accepts it asks whether that dial was allowed, by the line's
 * own count of what is up. Between actions it recounts the store. It shares no code with the dialer.
 */
import type { ObservedDial } from '../../../src/main/telephony/practice/tally.ts';
import type { LineCall } from '../../../src/main/telephony/practice/wire.ts';
import { ITEM_STATES } from '../../../src/shared/domain/states.ts';
import type { Simulation } from '../../helpers/simulation.ts';

interface DialedCall {
  user_id: string;
  campaign_id: string;
  item_id: number;
  attempt: number;
  phone: string;
  /** Called by hand or because the contact asked for it: the gap does not hold for it. */
  exempt: 0 | 1;
}

interface EndedCall {
  id: string;
  status: string;
  reason: string | null;
  ended_at: number | null;
  slot_released_at: number | null;
}

interface Rules {
  status: string;
  first: string;
  last: string;
  weekdays: string;
  zone: string;
  starts: string;
  ends: string | null;
  campaignLimit: number | null;
  userLimit: number;
  ownZone: number;
  contactZone: string | null;
  contactDeleted: number;
  doNotCall: number;
}

export class Referee {
  readonly faults: string[] = [];
  private readonly simulation: Simulation;
  private readonly up = new Map<string, DialedCall>();
  private readonly lastDown = new Map<string, { at: number; item: number }[]>();
  private readonly attempts = new Map<string, string>();
  private readonly gapMs: number;
  private readonly everyResultComes: boolean;

  /** @param everyResultComes no look of the engine fails or is left out: each call's result is known in time. */
  constructor(simulation: Simulation, { gapMinutes, everyResultComes }: { gapMinutes: number; everyResultComes: boolean }) {
    this.simulation = simulation;
    this.gapMs = gapMinutes * 60_000;
    this.everyResultComes = everyResultComes;
    simulation.line.watch((what, dial) => (what === 'up' ? this.lineUp(dial) : this.lineDown(dial)));
  }

  private get sqlite() {
    return this.simulation.world.data.database.sqlite;
  }

  private lineUp(dial: Readonly<ObservedDial>): void {
    const call = this.sqlite
      .prepare(
        `SELECT c.user_id, c.campaign_id, c.item_id, c.attempt, c.phone, c.origin = 'call-now' OR q.scheduled_by = 'callback' AS exempt
         FROM calls c JOIN call_queue q ON q.id = c.item_id WHERE c.id = ?`,
      )
      .get(dial.reference) as DialedCall | undefined;
    if (!call) return this.fault(`a dial without a durable call: ${dial.reference}`);
    this.limits(call);
    this.window(call);
    this.gap(call);
    const attempt = `${call.item_id}/${call.attempt}`;
    if (this.wasMade(this.attempts.get(attempt))) this.fault(`attempt ${call.attempt} of item ${call.item_id} dialed twice`);
    this.attempts.set(attempt, dial.reference);
    if ([...this.up.values()].some((other) => other.phone === call.phone)) this.fault(`two calls to ${call.phone} at once`);
    this.up.set(dial.reference, call);
  }

  /** Whether the line ever began a call: one that was taken back while it waited there reached nobody. */
  private wasMade(reference: string | undefined): boolean {
    const [call] = reference === undefined ? [] : this.simulation.line.byReference(reference);
    return call !== undefined && call.status !== 'canceled';
  }

  private lineDown(dial: Readonly<ObservedDial>): void {
    const call = this.up.get(dial.reference);
    if (!call) return;
    this.up.delete(dial.reference);
    const list = this.lastDown.get(call.phone) ?? [];
    list.push({ at: this.simulation.clock.world.now(), item: call.item_id });
    this.lastDown.set(call.phone, list);
  }

  /** A new dial must find room under every limit as it stands now. */
  private limits(call: DialedCall): void {
    const others = [...this.up.values()];
    const rules = this.rulesOf(call);
    const system = (
      JSON.parse(this.sqlite.prepare("SELECT value FROM settings WHERE key = 'concurrency'").pluck().get() as string) as {
        systemLimit: number;
      }
    ).systemLimit;
    if (others.length >= system) this.fault(`system limit ${system} passed`);
    if (others.filter((other) => other.user_id === call.user_id).length >= rules.userLimit)
      this.fault(`user limit ${rules.userLimit} passed`);
    const ofCampaign = others.filter((other) => other.campaign_id === call.campaign_id).length;
    if (rules.campaignLimit !== null && ofCampaign >= rules.campaignLimit) this.fault(`campaign limit ${rules.campaignLimit} passed`);
    if (rules.status !== 'active') this.fault(`a dial for a campaign that is ${rules.status}`);
    if (rules.contactDeleted) this.fault('a dial to a deleted contact');
    if (rules.doNotCall) this.fault('a dial to a number on the do-not-call list');
  }

  /** The window read off the clocks on the walls of both zones, by the browser's own calendar. */
  private window(call: DialedCall): void {
    const rules = this.rulesOf(call);
    const now = this.simulation.clock.now();
    const holidays = new Set(this.sqlite.prepare('SELECT on_date FROM holidays').pluck().all() as string[]);
    const zones = rules.ownZone && rules.contactZone ? [rules.zone, rules.contactZone] : [rules.zone];
    for (const zone of zones) {
      const { date, time, weekday } = wallClock(now, zone);
      const weekdays = JSON.parse(rules.weekdays) as number[];
      if (!weekdays.includes(weekday)) this.fault(`a dial on weekday ${weekday} in ${zone}`);
      if (holidays.has(date)) this.fault(`a dial on the holiday ${date} in ${zone}`);
      // Start and end are dates of the campaign; in the contact's zone it may be a day before or after.
      if (zone === rules.zone && (date < rules.starts || (rules.ends !== null && date > rules.ends)))
        this.fault(`a dial on ${date} in ${zone}, outside ${rules.starts} to ${rules.ends}`);
      // The hour that comes twice counts from its first to its first: the wall alone cannot tell which one it is.
      const twice = wallClock(now - 3_600_000, zone).time === time || wallClock(now - 1_800_000, zone).time === time;
      if ((time < rules.first || time >= rules.last) && !twice && !nearChange(now, zone))
        this.fault(`a dial at ${time} in ${zone}, window ${rules.first} to ${rules.last}`);
    }
  }

  private gap(call: DialedCall): void {
    if (this.gapMs === 0 || call.exempt === 1 || this.simulation.clock.now() !== this.simulation.clock.world.now()) return;
    const now = this.simulation.clock.world.now();
    const close = (this.lastDown.get(call.phone) ?? []).find(({ at, item }) => item !== call.item_id && now - at < this.gapMs);
    if (close) this.fault(`${call.phone} called again after ${Math.round((now - close.at) / 1000)} s by another item`);
  }

  private rulesOf(call: DialedCall): Rules {
    return this.sqlite
      .prepare(
        `SELECT k.status, k.first_call_time AS first, k.last_call_time AS last, k.weekdays, k.time_zone AS zone, k.start_date AS starts,
           k.end_date AS ends, k.concurrency_limit AS campaignLimit, u.concurrent_calls_limit AS userLimit, k.use_contact_zone AS ownZone,
           p.time_zone AS contactZone, p.deleted_at IS NOT NULL AS contactDeleted,
           EXISTS (SELECT 1 FROM do_not_call d WHERE d.phone = p.phone) AS doNotCall
         FROM calls c JOIN call_campaigns k ON k.id = c.campaign_id JOIN users u ON u.id = c.user_id
           JOIN call_queue q ON q.id = c.item_id JOIN contacts p ON p.id = q.contact_id WHERE c.item_id = ? LIMIT 1`,
      )
      .get(call.item_id) as Rules;
  }

  /** Counters against a count over the rows, and a watch over everything that is not over. */
  recount(): void {
    const counted = ITEM_STATES.map((state) => `sum(status = '${state}' AND removed_at IS NULL) AS ${state}`).join(', ');
    const columns = ['total', ...ITEM_STATES];
    const rows = this.sqlite
      .prepare(`SELECT campaign_id, sum(removed_at IS NULL) AS total, ${counted} FROM call_queue GROUP BY campaign_id`)
      .all() as Record<string, unknown>[];
    for (const row of rows) {
      const kept = this.sqlite.prepare('SELECT * FROM campaign_counts WHERE campaign_id = ?').get(row.campaign_id) as Record<
        string,
        unknown
      >;
      for (const column of columns)
        if (kept[column] !== row[column]) this.fault(`counter ${column} is ${String(kept[column])}, the rows say ${String(row[column])}`);
    }
    const none = (what: string, query: string) => {
      const found = this.sqlite.prepare(query).all();
      if (found.length > 0) this.fault(`${what}: ${JSON.stringify(found.slice(0, 3))}`);
    };
    none(
      'items being called without a call that is not over',
      `SELECT q.id FROM call_queue q LEFT JOIN calls c ON c.id = q.call_id
      WHERE q.status = 'processing' AND (c.id IS NULL OR c.check_at IS NULL)`,
    );
    none(
      'calls not over whose item is elsewhere',
      `SELECT c.id FROM calls c JOIN call_queue q ON q.id = c.item_id
      WHERE c.check_at IS NOT NULL AND c.taken_back = 0 AND (q.status <> 'processing' OR q.call_id <> c.id)`,
    );
    none(
      'items to be cancelled whose call is over',
      "SELECT id FROM call_queue WHERE cancel_asked_at IS NOT NULL AND status <> 'processing'",
    );
    none(
      'attempts that are not calls',
      `SELECT q.id, q.attempt_count FROM call_queue q
      WHERE q.attempt_count <> (SELECT count(*) FROM calls c WHERE c.item_id = q.id AND c.status <> 'not-placed')`,
    );
    none(
      'done campaigns with work left',
      `SELECT k.id FROM call_campaigns k JOIN campaign_counts n ON n.campaign_id = k.id
      WHERE k.status = 'completed' AND (n.queued > 0 OR n.processing > 0)`,
    );
    none(
      'items waiting in a cancelled campaign',
      `SELECT q.id FROM call_queue q JOIN call_campaigns k ON k.id = q.campaign_id
      WHERE k.status = 'cancelled' AND k.carry IS NULL AND q.status = 'queued'`,
    );
  }

  /** What must be so when the line has been quiet for long: nothing is up, nothing was dialed twice. */
  atRest(): void {
    const { line } = this.simulation;
    const observed = line.observe();
    if (observed.referencesTwice.length > 0) this.fault(`dialed twice: ${observed.referencesTwice.join()}`);
    if (observed.numbersUpTwice.length > 0) this.fault(`numbers up twice: ${observed.numbersUpTwice.join()}`);
    const held = this.sqlite.prepare('SELECT id, status, ambiguous FROM calls WHERE slot_released_at IS NULL').all();
    if (held.length > 0) this.fault(`slots held at rest: ${JSON.stringify(held)}`);
    const open = this.sqlite.prepare('SELECT id, status FROM calls WHERE check_at IS NOT NULL').all();
    if (open.length > 0) this.fault(`calls not over at rest: ${JSON.stringify(open)}`);
    this.ends();
  }

  /** Every call of the store ended as the line lived it, and none of the line's is missing there. */
  private ends(): void {
    const calls = this.sqlite.prepare('SELECT id, status, reason, ended_at, slot_released_at FROM calls').all() as EndedCall[];
    for (const call of calls) {
      const lived = this.simulation.line.byReference(call.id);
      if (isEndOf(call, lived) || (!this.everyResultComes && isClosedWithout(call, lived))) continue;
      const whole = lived[0] ? `${lived[0].status} by ${lived[0].answered_by ?? 'nobody'}, ${lived[0].duration_seconds} s` : 'nothing';
      this.fault(`${call.id} ended as ${call.status} (${call.reason}), the line lived ${whole}`);
    }
  }

  private fault(what: string): void {
    this.faults.push(`${new Date(this.simulation.clock.now()).toISOString()} ${what}`);
  }
}

function isEndOf({ status }: EndedCall, lived: readonly LineCall[]): boolean {
  const [call] = lived;
  if (!call) return status === 'not-placed' || status === 'unknown' || status === 'failed';
  if (call.status === 'completed') return status === (call.answered_by === 'machine' ? 'voicemail' : 'completed');
  if (call.status === 'canceled') return status === 'cancelled' || status === 'not-placed';
  return status === call.status;
}

/** How long the result of a call whose line is down is awaited; then it is closed with what is known (domain.md, Call). */
const RESULT_WAIT_MS = 20 * 60_000;

/** Given up after the wait for its result: who answered may have been said with that alone, and a talk of no seconds looks like none. */
function isClosedWithout({ status, ended_at, slot_released_at }: EndedCall, [call]: readonly LineCall[]): boolean {
  if (call?.status !== 'completed' || ended_at === null || slot_released_at === null) return false;
  if (ended_at - slot_released_at < RESULT_WAIT_MS) return false;
  return status === 'completed' || (status === 'no-answer' && call.duration_seconds === 0);
}

function wallClock(at: number, timeZone: string): { date: string; time: string; weekday: number } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  }).formatToParts(at);
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(get('weekday')) + 1;
  return { date: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}`, weekday };
}

/** Within the hours after a change of the clock, where an edge of the window may itself be moved by it. */
function nearChange(at: number, timeZone: string): boolean {
  const offset = (instant: number) => {
    const { date, time } = wallClock(instant, timeZone);
    return Date.parse(`${date}T${time}Z`) - Math.floor(instant / 60_000) * 60_000;
  };
  return offset(at) !== offset(at - 2 * 3_600_000);
}
