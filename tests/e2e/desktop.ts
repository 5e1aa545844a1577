/** What tests of the desktop program alone begin with. */
import { aCampaign, aWorld, type World } from './campaigns.ts';
import { test as base, expect, type Host, type Page, signIn } from './fixtures.ts';
import type { Desktop, DesktopHost } from './hosts/stand-in.ts';

export const test = base.extend<{ program: DesktopHost; desktop: Desktop }>({
  program: async ({ host }, provide) => await provide(host as DesktopHost),
  desktop: async ({ program }, provide) => await provide(program.desktop),
});
export { expect };

/** Signed in, with a campaign of which two calls are up. They last for minutes. */
export async function twoCallsUp(page: Page, host: Host): Promise<World> {
  const world = await aWorld(host);
  await aCampaign(world, 'Renewals');
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('2 up');
  return world;
}
