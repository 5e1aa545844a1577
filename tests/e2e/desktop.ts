/** What tests of the desktop program alone begin with. */
import { aCampaign, aWorld, type World } from './campaigns.ts';
import { test as base, expect, type Host, type Page, signIn } from './fixtures.ts';
import type { Desktop, DesktopHost } from './hosts/stand-in.ts';

export const test = base.extend<{ program: DesktopHost; desktop: Desktop }>({
  program: async ({ host }, provide) => await provide(host as DesktopHost),
  desktop: async ({ program }, provide) => await provide(program.desktop),
});
export { expect };

/** The shortest talk of the practice line lasts a quarter of a minute at its own speed. */
const SLOW = 0.3;

/** Signed in, with a campaign of which two calls are up. The line is slow: not even a short talk is over before the test is. */
export async function twoCallsUp(page: Page, host: Host): Promise<World> {
  const world = await aWorld(host, { speed: SLOW });
  await aCampaign(world, 'Renewals');
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('2 up');
  // Until the line has begun them, a pause would still keep them from being made.
  const begun = expect.not.stringMatching(/^(dialing|queued)$/);
  await expect.poll(() => statuses(world)).toEqual([begun, begun]);
  return world;
}

async function statuses({ rest }: World): Promise<string[]> {
  const { calls } = (await rest('GET', '/calls')) as { calls: { status: string }[] };
  return calls.map(({ status }) => status);
}
