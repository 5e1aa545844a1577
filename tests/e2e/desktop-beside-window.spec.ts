/** What the desktop program shows beside its window, and what happens when somebody acts on it. */
import { aCampaign, aWorld, weekdayIn } from './campaigns.ts';
import { expect, test, twoCallsUp } from './desktop.ts';
import { signIn } from './fixtures.ts';
import { csv, onDisk } from './wizard.ts';

test('the tray tells how many calls are up, pauses and resumes; the computer is kept awake meanwhile', async ({ page, host, desktop }) => {
  await twoCallsUp(page, host);
  await expect.poll(async () => (await desktop.tray())?.tooltip).toBe('Ringmaster: 2 calls up');
  await expect.poll(() => desktop.isKeptAwake()).toBe(true);
  // Of campaigns it tells once the page has said who is here.
  await expect.poll(async () => (await desktop.tray())?.items.find(({ label }) => label === 'Pause all')?.isEnabled).toBe(true);
  const card = page.getByRole('article', { name: 'Renewals' });
  await desktop.chooseInTray('Pause all');
  await expect(card).toContainText('Paused');
  await expect.poll(() => desktop.isKeptAwake()).toBe(false);
  await expect.poll(async () => (await desktop.tray())?.items.find(({ label }) => label === 'Resume all')?.isEnabled).toBe(true);
  expect((await desktop.tray())?.icon).toBe('tray-paused.png');
  await desktop.chooseInTray('Resume all');
  await expect(card).toContainText('Running');
  await desktop.chooseInMenu('View', 'Contacts');
  await expect(page.getByRole('heading', { name: 'Contacts', exact: true })).toBeVisible();
});

test('a closed window stays in the tray, which brings it back; its place is kept, but not on a screen that is gone', async ({
  page,
  host,
  program,
  desktop,
}) => {
  await twoCallsUp(page, host);
  await desktop.closeWindow();
  await expect.poll(async () => (await desktop.standing())[0]?.message).toBe('Ringmaster goes on dialing in the tray');
  await desktop.answer('Keep dialing');
  await expect.poll(async () => (await desktop.window())?.isVisible).toBe(false);
  await desktop.clickTray();
  expect((await desktop.window())?.isVisible).toBe(true);
  await desktop.moveWindow({ x: 300, y: 120, width: 1300, height: 800 });
  await desktop.closeWindow();
  await expect.poll(async () => (await desktop.window())?.isVisible).toBe(false);
  expect(await desktop.standing()).toEqual([]);
  await host.stop();
  await host.start();
  expect((await desktop.window())?.bounds).toEqual({ x: 300, y: 120, width: 1300, height: 800 });
  await host.stop();
  program.given = { screens: [{ x: 2000, y: 0, width: 1400, height: 900 }] };
  await host.start();
  expect((await desktop.window())?.bounds).toMatchObject({ x: 2050, y: 50 });
});

test('a notification leads to its screen; what is turned off or falls into quiet hours is not told', async ({ page, host, desktop }) => {
  const world = await aWorld(host, { contacts: 3, speed: 400 });
  const [first = 0, second = 0, third = 0] = world.contactIds;
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  let done = 0;
  // The page hears of it as the program does: what it shows, the program has told or kept to itself.
  const isDone = async (name: string, person: number) => {
    await aCampaign({ ...world, contactIds: [person] }, name);
    done += 1;
    await expect(page.getByRole('tab', { name: `Completed ${done}` })).toBeVisible({ timeout: 30_000 });
  };
  await world.rest('PUT', '/settings/desktop', { notifications: { completed: false } });
  await isDone('Not wanted', first);
  await world.rest('PUT', '/settings/desktop', {
    notifications: { completed: true },
    quietHours: { on: true, from: '00:00', to: '00:00' },
  });
  await isDone('At night', second);
  await world.rest('PUT', '/settings/desktop', { quietHours: { on: false } });
  await isDone('Told', third);
  const told = { title: '“Told” is completed', body: '1 call of 1 person went well.' };
  await expect.poll(() => desktop.notifications()).toEqual([told]);
  await desktop.clickNotification(told.title);
  await expect(page.getByRole('heading', { name: 'Told' })).toBeVisible();
});

test('what happens at once is told as one, which leads to where all of it is', async ({ page, host, desktop }) => {
  const world = await aWorld(host, { contacts: 2 });
  await signIn(page);
  const items: number[] = [];
  for (const [place, name] of ['Spring', 'Autumn'].entries()) {
    // Its window is shut: it completes when the last person is taken out, and not before.
    const campaignId = await aCampaign({ ...world, contactIds: world.contactIds.slice(place, place + 1) }, name, {
      weekdays: [weekdayIn(3)],
    });
    const queue = (await world.rest('GET', `/campaigns/${campaignId}/queue`)) as { items: { id: number }[] };
    items.push(...queue.items.map(({ id }) => id));
  }
  await expect(page.getByRole('article', { name: 'Autumn' })).toBeVisible();
  await world.rest('POST', '/queue/actions', { ids: items, action: { kind: 'cancel' } });
  await expect.poll(() => desktop.notifications()).toHaveLength(1);
  const [told] = await desktop.notifications();
  expect(told?.title).toBe('2 things happened');
  expect(told?.body.split('\n').toSorted()).toEqual(['“Autumn” is completed', '“Spring” is completed']);
  await desktop.closeWindow();
  await desktop.answer('Keep dialing');
  await expect.poll(async () => (await desktop.window())?.isVisible).toBe(false);
  await desktop.clickNotification('2 things happened');
  await expect(page.getByRole('tab', { name: 'Completed 2' })).toHaveAttribute('aria-selected', 'true');
  expect((await desktop.window())?.isVisible).toBe(true);
  expect(await desktop.notifications()).toHaveLength(1);
});

test('a list is opened by the system, by a second start and through the menu', async ({ page, program, desktop }) => {
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  const list = (name: string) => onDisk(csv(name, 'name,phone', 'Ada,+442079460958'));
  const isRead = (name: string) => expect(page.getByText(name).first()).toBeVisible();
  expect(await desktop.openFile(list('from-the-system.csv'))).toBe(true);
  await isRead('from-the-system.csv');
  await desktop.minimise();
  expect(await program.startAgain([list('from-a-second-start.csv')])).toBe(0);
  await isRead('from-a-second-start.csv');
  expect((await desktop.window())?.isVisible).toBe(true);
  await desktop.chooseFiles([list('from-the-menu.csv')], null);
  await desktop.chooseInMenu('File', 'Import CSV…');
  await isRead('from-the-menu.csv');
});

test('a page can go nowhere else, and hands only addresses of the web to the system', async ({ page, desktop }) => {
  await page.evaluate(() => void window.open('https://example.com/guide'));
  await expect.poll(() => desktop.openedOutside()).toEqual(['https://example.com/guide']);
  const own = page.url();
  await page.evaluate(() => void (window.location.href = 'https://example.com/elsewhere'));
  // The page still answers, and is ours: what would have left it was refused.
  await expect.poll(() => page.evaluate(() => window.location.href)).toBe(own);
  expect(await page.evaluate(() => ['require', 'process', 'electronTell'].filter((name) => name in window))).toEqual([]);
});
