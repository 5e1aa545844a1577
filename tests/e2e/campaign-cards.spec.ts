import { aCampaign, aWorld } from './campaigns.ts';
import { expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';

/** A day of the week that is not today, in a zone where it is the same day as here. */
const anotherDay = () => ((new Date().getUTCDay() + 2) % 7) + 1;

test('each campaign says on its card why no calls go out', async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 4 });
  const { rest } = world;
  await aCampaign(world, 'Draft for later', { draft: true });
  await aCampaign(world, 'Starts next year', { startDate: `${new Date().getUTCFullYear() + 1}-03-02` });
  await aCampaign(world, 'Closed today', { weekdays: [anotherDay()], timeZone: 'Europe/London' });
  const held = await aCampaign(world, 'Trade fair leads, Hannover and Stuttgart, halls 4 and 7, German and English speakers, second wave', {
    weekdays: [anotherDay()],
  });
  await rest('POST', `/campaigns/${held}/pause`, { reason: 'New script, back after lunch' });
  await page.goto(host.url);
  await signIn(page);
  const card = (name: string | RegExp) => page.getByRole('article', { name });
  await expect(card('Closed today')).toContainText('The calling window is closed');
  await expect(card('Closed today')).toContainText('Running, window closed');
  await expect(card(/Trade fair/)).toContainText('You paused it at');
  await look(page, 'cards');
  await page.setViewportSize({ width: 1180, height: 720 });
  await look(page, 'cards-narrow');
  await page.getByRole('tab', { name: 'Scheduled 1' }).click();
  await expect(card('Starts next year')).toContainText('It starts');
  await look(page, 'scheduled');
  await page.getByRole('tab', { name: 'Drafts 1' }).click();
  await expect(card('Draft for later')).toContainText('not started');
  await look(page, 'drafts');
  await card('Draft for later').getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('tab', { name: 'Drafts 0' })).toBeVisible();
  await expect(page.getByText('No draft is kept.')).toBeVisible();
  await look(page, 'empty-tab');
});

test('the list can be worked by keyboard alone', async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 2 });
  await aCampaign(world, 'Renewals', { weekdays: [anotherDay()] });
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('article', { name: 'Renewals' })).toBeVisible();
  const focused = page.locator(':focus');
  await page.keyboard.press('Tab');
  await expect(focused).toHaveText('Skip to the content');
  await page.keyboard.press('Enter');
  const order: string[] = [];
  for (let step = 0; step < 9; step += 1) {
    await page.keyboard.press('Tab');
    order.push((await focused.getAttribute('aria-label')) ?? (await focused.innerText()).replaceAll(/\s+/g, ' '));
  }
  const search = expect.stringMatching(/^Search/);
  const ofTheList = ['Active 1', 'Search campaigns', 'Sort by', 'Renewals', 'Pause', 'More for Renewals'];
  expect(order).toEqual(['New campaign', search, 'Pause all', ...ofTheList]);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('Paused');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('Running');
});
