/** Figures by quarter of an hour go to another user with their campaign; those of the campaign's own hours stay as they are. */
import type { Database } from './database.ts';
import { figureVersions } from './figure-versions.ts';

/** What adds figures to those that are there. */
export const ADDED_TO = `calls = calls + excluded.calls, talk_seconds = talk_seconds + excluded.talk_seconds, cost = cost + excluded.cost`;

/** @returns gives one campaign's figures, within a transaction. */
export function figureGiver(db: Database): (campaign: { campaignId: string; from: string; to: string }) => void {
  const add = db.sqlite.prepare(
    `INSERT INTO call_buckets (start_at, user_id, campaign_id, agent_id, outcome, practice, calls, talk_seconds, cost)
     SELECT start_at, @to, campaign_id, agent_id, outcome, practice, calls, talk_seconds, cost FROM call_buckets
     WHERE user_id = @from AND campaign_id = @campaignId
     ON CONFLICT (user_id, start_at, campaign_id, agent_id, outcome, practice) DO UPDATE SET ${ADDED_TO}`,
  );
  const drop = db.sqlite.prepare('DELETE FROM call_buckets WHERE user_id = @from AND campaign_id = @campaignId');
  return (campaign) => {
    if (campaign.from === campaign.to) return;
    add.run(campaign);
    drop.run(campaign);
    figureVersions(db).touchAll();
  };
}
