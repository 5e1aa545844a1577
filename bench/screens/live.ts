/** Frames while fifty calls change, on the board and on the list of campaigns. */
import type { Page } from '@playwright/test';
import { round } from '../statistics.ts';
import { type Frames, framesDuring } from './frames.ts';
import { CALLS_UP, type Stage, WINDOW } from './stage.ts';
import { toldSince } from './told.ts';

export interface LiveFigures {
  board: Frames;
  campaigns: Frames;
  floor: Frames;
  /** What the practice line told a second meanwhile. */
  changesPerSecond: number;
}

/** At which fifty calls change about fifty times a second. */
export const BUSY_SPEED = 25;
const SECONDS = 15;

/** Whose campaigns call as fast as they may. */
const CALLERS = 10;

/** Fifty calls are up all the time, of several supervisors. */
export async function hurry({ admin, supervisor, callsUp }: Stage): Promise<void> {
  await callsUp(CALLS_UP, BUSY_SPEED);
  // Calls live to their end at the speed at which they began: those of before would hold their slots for minutes.
  await admin.rest('POST', '/campaigns/pause-all', { hangUp: true });
  await admin.rest('POST', '/campaigns/resume-all', {});
  const users: { userId: string; limit: number }[] = [];
  for (let n = 1; n <= CALLERS; n += 1) {
    const rest = await supervisor(n);
    const { user } = await rest<{ user: { id: string } }>('GET', '/me');
    users.push({ userId: user.id, limit: CALLS_UP / CALLERS });
    const { campaigns } = await rest<{ campaigns: { id: string }[] }>('GET', '/campaigns?status=active');
    for (const { id } of campaigns) await rest('PATCH', `/campaigns/${id}`, { pacing: 'asap' });
  }
  await admin.rest('PUT', '/settings/concurrency', { users });
}

export async function measureLive(stage: Stage): Promise<LiveFigures> {
  const { browser, admin } = stage;
  await hurry(stage);
  const during = async (page: Page) => {
    await page.waitForTimeout(5_000);
    const frames = await framesDuring(browser, page, () => page.waitForTimeout(SECONDS * 1_000));
    await page.close();
    return frames;
  };
  const board = await admin.open('/live');
  await board.getByRole('table', { name: 'Calls up, longest first' }).getByRole('row').nth(20).waitFor();
  const begunAt = Date.now();
  const onBoard = await during(board);
  const seconds = (Date.now() - begunAt) / 1_000;
  const changesPerSecond = round((await toldSince(admin.rest, begunAt)).length / seconds);
  const campaigns = await admin.open('/campaigns/active');
  await campaigns.getByRole('article').nth(10).waitFor();
  const onCampaigns = await during(campaigns);
  await stage.callsUp(0, 1);
  const floor = await during(await browser.newPage(WINDOW));
  return { board: onBoard, campaigns: onCampaigns, floor, changesPerSecond };
}
