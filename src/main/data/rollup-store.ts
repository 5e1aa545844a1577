/**
 * Figures kept from calls: by the campaign's local date and hour, and by quarter of an hour in UTC for what spans campaigns.
 *
 * Decides under which outcome an ended call is counted, and nothing else. Must never count a call twice: whoever ends a call adds
 * it once, in the same transaction; where a later word replaces `unknown` or adds a duration or a cost, the row as it was is taken
 * out (`sign` −1) and the row as it is now is added. Written by `calls/`, read by `analytics/`.
 */
import { and, eq, sql } from 'drizzle-orm';
import { isTimeZone, localDateOf, localHourOf } from '../../shared/domain/calendar.ts';
import { retriedOutcomeOf } from '../../shared/domain/retry.ts';
import { CALL_ENDS, type CallEnd, type CallState, isCallEnd } from '../../shared/domain/states.ts';
import type { Database } from './database.ts';
import { figureVersions } from './figure-versions.ts';
import { ADDED_TO, figureGiver } from './give-figures.ts';
import { campaignHours } from './schema/index.ts';

export const BUCKET_MS = 15 * 60_000;

/** What the figures need to know of a call: a row of `calls` has it all. */
export interface CountedCall {
  userId: string;
  campaignId: string | null;
  agentId: string;
  origin: 'dialer' | 'call-now' | 'test';
  practice: boolean;
  status: CallState;
  claimedAt: number;
  durationSeconds: number | null;
  answeredByMachine: boolean | null;
  cost: number | null;
}

/**
 * The outcome under which a call counts, null where it does not (not over, surely never placed, a test to one's own phone).
 * A completed call of no duration reached nobody, one with a machine is a voicemail (domain.md, the table of call ends): so
 * `completed` counts the calls in which a person spoke, and they alone are successful.
 */
export function countedOutcome(call: Omit<CountedCall, 'userId' | 'agentId' | 'claimedAt' | 'practice' | 'cost'>): CallEnd | null {
  if (!isCallEnd(call.status) || call.status === 'not-placed' || call.origin === 'test' || call.campaignId === null) return null;
  const end = {
    end: call.status,
    durationMs: (call.durationSeconds ?? 0) * 1000,
    machine: call.answeredByMachine ?? false,
    wrongNumber: false,
  };
  return retriedOutcomeOf(end) ?? call.status;
}

/** Outcomes of calls that ended by themselves: successful and failed make up the completed (domain.md). */
export const COMPLETED_OUTCOMES: readonly CallEnd[] = CALL_ENDS.filter((end) => end !== 'cancelled' && end !== 'not-placed');

export function rollupStore(db: Database) {
  const { orm, sqlite } = db;
  const zoneOf = sqlite.prepare('SELECT time_zone FROM call_campaigns WHERE id = ?').pluck();
  const addHour = sqlite.prepare(
    `INSERT INTO campaign_hours (campaign_id, on_date, hour, outcome, practice, calls, talk_seconds, cost)
     VALUES (@campaignId, @on, @hour, @outcome, @practice, @calls, @talkSeconds, @cost)
     ON CONFLICT (campaign_id, on_date, hour, outcome, practice) DO UPDATE SET ${ADDED_TO}`,
  );
  const addBucket = sqlite.prepare(
    `INSERT INTO call_buckets (start_at, user_id, campaign_id, agent_id, outcome, practice, calls, talk_seconds, cost)
     VALUES (@startAt, @userId, @campaignId, @agentId, @outcome, @practice, @calls, @talkSeconds, @cost)
     ON CONFLICT (user_id, start_at, campaign_id, agent_id, outcome, practice) DO UPDATE SET ${ADDED_TO}`,
  );

  const giveFigures = figureGiver(db);
  const versions = figureVersions(db);

  return {
    /**
     * Counts a call that is over, by the instant of its claim: 1 adds it, −1 takes it out. Does nothing for a call that does not
     * count (`countedOutcome`).
     */
    addTx(call: CountedCall, sign: 1 | -1): void {
      const outcome = countedOutcome(call);
      if (outcome === null) return;
      const stored = zoneOf.get(call.campaignId) as string | undefined;
      const timeZone = stored !== undefined && isTimeZone(stored) ? stored : 'UTC';
      const figures = {
        campaignId: call.campaignId,
        outcome,
        practice: call.practice ? 1 : 0,
        calls: sign,
        talkSeconds: sign * (call.durationSeconds ?? 0),
        cost: sign * (call.cost ?? 0),
      };
      addHour.run({ ...figures, on: localDateOf(call.claimedAt, timeZone), hour: localHourOf(call.claimedAt, timeZone) });
      addBucket.run({ ...figures, startAt: floorTo(call.claimedAt, BUCKET_MS), userId: call.userId, agentId: call.agentId });
      versions.touch(call.claimedAt);
    },

    /** Counts a call anew that was added before and of which more is known now: a later duration, cost or word of a machine. */
    replaceTx(before: CountedCall, after: CountedCall): void {
      this.addTx(before, -1);
      this.addTx(after, 1);
    },

    /** Gives a campaign's figures to its new owner; those of its own hours stay as they are. */
    handOverTx(campaignId: string, from: string, to: string): void {
      giveFigures({ campaignId, from, to });
    },

    /** The figures of one campaign by local date and hour, oldest first. Ask for the campaign within a scope before. */
    ofCampaign(campaignId: string) {
      return orm
        .select()
        .from(campaignHours)
        .where(and(eq(campaignHours.campaignId, campaignId), sql`${campaignHours.calls} > 0`))
        .orderBy(campaignHours.on, campaignHours.hour)
        .all();
    },
  };
}

const floorTo = (at: number, step: number) => Math.floor(at / step) * step;
