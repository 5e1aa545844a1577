import type { Page } from '@playwright/test';
import { aCampaign } from './campaigns.ts';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { anAgent, asAdmin, type Rest, someContacts } from './rest.ts';
import { aSupervisor, type Supervisor } from './supervisors.ts';

const NAMES = [
  'Gerhard Zimmermann-Oyelaran',
  'Oluwaseun Adeyemi-Thompson',
  'Rosa Quispe',
  'Dimitri Papadopoulos',
  'Bo Xu',
  'Margarethe Lindqvist',
  'Hannelore Birk',
  'Cho Min-jun',
  'Lucía Fernández de la Vega',
  'Elena Marchetti',
];
const named = (count: number) =>
  Array.from({ length: count }, (_, i) => (i < NAMES.length ? NAMES[i]! : `${NAMES[i % NAMES.length]} ${i}`));

const speak = (admin: Rest, speed: number) => admin('PUT', '/settings/telephony', { practice: { speed } });
const openLive = async (page: Page) => {
  await page.getByRole('link', { name: 'Live' }).click();
  await expect(page.getByRole('heading', { name: 'Live', exact: true })).toBeVisible();
};
const callsUp = (page: Page) => page.getByRole('table', { name: 'Calls up, longest first' });
const rowsUp = (page: Page) =>
  callsUp(page)
    .getByRole('row')
    .filter({ hasText: /Talking|Ringing|Dialing/ });
const figure = (page: Page, word: string) =>
  page.getByRole('region', { name: 'Today' }).getByText(word, { exact: true }).locator('xpath=..').innerText();

/** A day's work of three supervisors: some calls are over, seven are up, others wait, are paused or shut. */
async function aDay(host: Host, admin: Rest): Promise<{ jonas: Supervisor; priya: Supervisor }> {
  await admin('PUT', '/settings/dialing', { gapMinutes: 0 });
  const jonas = await aSupervisor(host, admin, 'Jonas Weber', 2);
  const priya = await aSupervisor(host, admin, 'Priya Raman', 2);
  const tomas = await aSupervisor(host, admin, 'Tomás Delgado-Villanueva', 2);
  await speak(admin, 400);
  for (const [{ rest, agentId }, endings] of [
    [jonas, ['00', '01', '02', '03', '04', '55', '57']],
    [priya, ['00', '00', '02', '55', '56']],
    [tomas, ['00']],
  ] as const) {
    for (const ending of endings)
      await aCampaign(
        { rest, agentId, contactIds: await someContacts(rest, ['Somebody', 'Else', 'Again'], [ending]) },
        `Earlier ${ending}`,
      );
  }
  await expect
    .poll(async () => ((await admin('GET', '/queue/statistics')) as { statistics: { queued: number; processing: number } }).statistics, {
      timeout: 60_000,
    })
    .toMatchObject({ queued: 0, processing: 0 });
  await speak(admin, 0.5);
  const shut = ((new Date().getUTCDay() + 2) % 7) + 1;
  await aCampaign({ ...jonas, contactIds: await someContacts(jonas.rest, named(9)) }, 'Solar consultations, Bavaria');
  await aCampaign({ ...priya, contactIds: await someContacts(priya.rest, named(1)) }, 'Course sign-ups, winter');
  const closed = await someContacts(priya.rest, ['Ewa Kowalczyk', 'Ravi Chandrasekhar']);
  await aCampaign({ ...priya, contactIds: closed }, 'Clinic appointment reminders, week 48', { weekdays: [shut] });
  const held = await aCampaign({ ...tomas, contactIds: await someContacts(tomas.rest, named(5)) }, 'Trade fair leads', { draft: true });
  await tomas.rest('POST', `/campaigns/${held}/start`);
  await tomas.rest('POST', `/campaigns/${held}/pause`, { hangUp: true });
  return { jonas, priya };
}

test('before the first campaign it says what it is and offers one', { tag: '@both' }, async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await openLive(page);
  await expect(page.getByRole('heading', { name: 'Nothing to watch yet' })).toBeVisible();
  await look(page, 'empty');
  await page.getByRole('main').getByRole('link', { name: 'New campaign' }).click();
  await expect(page.getByRole('heading', { name: 'New campaign' })).toBeVisible();
});

test('an admin sees the day of everyone, a supervisor her own and the sums', { tag: '@long' }, async ({ page, host }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const admin = await asAdmin(host);
  const { jonas } = await aDay(host, admin);
  await page.goto(host.url);
  await signIn(page);
  await openLive(page);
  await expect(rowsUp(page)).toHaveCount(3);
  const main = page.getByRole('main');
  await expect(main.getByRole('img', { name: '3 of 10 slots in use' })).toBeVisible();
  const { statistics } = (await admin('GET', '/queue/statistics')) as { statistics: { doneToday: number } };
  expect(await figure(page, 'Done today')).toContain(String(statistics.doneToday));
  // The sidebar and the board tell one number.
  await expect(page.getByRole('navigation').getByText('Done today').locator('xpath=..')).toContainText(String(statistics.doneToday));
  const slots = page.getByRole('region', { name: 'Slots by supervisor' });
  await expect(slots.getByRole('listitem').filter({ hasText: 'Jonas Weber' }).first()).toContainText('2 of 2');
  await expect(slots.getByRole('listitem').filter({ hasText: 'Jonas Weber' }).first()).toContainText('7 waiting, full');
  await expect(slots).toContainText('Turns in the last hour');
  const next = page.getByRole('region', { name: 'Next ten' });
  await expect(next.getByRole('row').filter({ hasText: 'Solar consultations, Bavaria' })).toHaveCount(7);
  await expect(next.getByRole('row').filter({ hasText: 'Ewa Kowalczyk' })).toContainText('window closed');
  await expect(next).toContainText('wait in paused campaigns');
  await expect(callsUp(page)).toContainText('Taken by the next call that is due');
  await look(page, 'admin-1440');
  await page.setViewportSize({ width: 1024, height: 700 });
  await look(page, 'admin-1024');
  await page.getByRole('group', { name: 'Wallboard' }).evaluate((area) => area.scrollTo(0, area.scrollHeight));
  await look(page, 'admin-1024-below');

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(host.url);
  await signIn(page, jonas);
  await openLive(page);
  await expect(rowsUp(page)).toHaveCount(2);
  await expect(main.getByRole('img', { name: '2 of 2 slots in use' }).first()).toBeVisible();
  await expect(main).toContainText('3 of 10 of everyone');
  await expect(main).not.toContainText('Priya');
  await expect(page.getByRole('region', { name: 'Slots', exact: true })).toContainText('Everyone else');
  await look(page, 'supervisor-1440');
});

/** A window that fills the screen is not resized; its screen is another one. */
async function onScreenOf(page: Page, width: number, height: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await devtools.detach();
}

test('it fills the screen and grows with it, Pause all in reach, by keyboard alone', async ({ page, host }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const admin = await asAdmin(host);
  await aDay(host, admin);
  await page.goto(host.url);
  await signIn(page);
  await openLive(page);
  await expect(rowsUp(page)).toHaveCount(3);
  const focused = page.locator(':focus');
  await page.getByRole('button', { name: 'Full screen' }).focus();
  await page.keyboard.press('Enter');
  await expect(focused).toHaveAccessibleName('Leave full screen (Esc)');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.tagName)).toBe('HTML');
  await look(page, 'wall-1440');
  await onScreenOf(page, 2560, 1440);
  await expect(page.getByRole('heading', { name: 'Live', exact: true })).toBeVisible();
  await look(page, 'wall-2560');
  await onScreenOf(page, 1024, 700);
  await look(page, 'wall-1024');
  await onScreenOf(page, 1440, 900);

  // What is behind the wall is not in the way of the keyboard.
  await page.keyboard.press('Shift+Tab');
  await expect(focused).toHaveText('Pause all');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Pause all campaigns of everyone?' });
  await expect(dialog).toContainText('3 calls are up now');
  await dialog.getByRole('button', { name: 'Pause all' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Resume all' })).toBeVisible();
  await expect(callsUp(page)).toContainText('Everyone who waits is in a paused campaign or a draft');
  await page.getByRole('button', { name: 'Resume all' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Resume all' })).toBeHidden();
  await page.getByRole('button', { name: 'Leave full screen (Esc)' }).press('Enter');
  await expect(focused).toHaveText('Full screen');
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBeNull();
});

test('many calls up, many supervisors', { tag: '@long' }, async ({ page, host }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const admin = await asAdmin(host);
  await speak(admin, 0.2);
  await admin('PUT', '/settings/concurrency', { systemLimit: 80 });
  for (let n = 0; n < 12; n += 1) {
    const { rest, agentId } = await aSupervisor(host, admin, `Supervisor Number ${'ABCDEFGHIJKL'[n]}`, n === 0 ? 30 : 2);
    {
      const contactIds = await someContacts(rest, named(n === 0 ? 40 : 4), [n % 3 === 0 ? '00' : '55']);
      await aCampaign({ rest, agentId, contactIds }, `Campaign ${n}`);
    }
  }
  await page.goto(host.url);
  await signIn(page);
  await openLive(page);
  await expect.poll(() => rowsUp(page).count()).toBeGreaterThan(40);
  await look(page, 'many-1440');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await look(page, 'many-wall');
});

test('what the provider told is on the board within a second', async ({ page, host }) => {
  const admin = await asAdmin(host);
  await speak(admin, 5);
  await page.goto(host.url);
  await signIn(page);
  await openLive(page);
  // Notes the moment at which each call is first seen to talk.
  await page.evaluate(() => {
    const seen: Record<string, number> = {};
    Object.assign(window, { seen });
    const note = () => {
      for (const row of document.querySelectorAll('table[aria-label="Calls up, longest first"] tbody tr')) {
        const name = row.querySelector('td:nth-child(2) > div')?.textContent ?? '';
        if (row.textContent?.includes('Talking')) seen[name] ??= Date.now();
      }
    };
    note();
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  const contactIds = await someContacts(admin, ['Rosa Quispe', 'Bo Xu', 'Elena Marchetti', 'Cho Min-jun']);
  await aCampaign({ rest: admin, agentId: await anAgent(admin), contactIds }, 'Renewals');
  const isTold = (body: string) => (JSON.parse(body) as { call?: { status?: string } }).call?.status === 'in-progress';
  await expect
    .poll(async () => Object.keys(await page.evaluate(() => (window as never as { seen: object }).seen)).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(3);
  const seen = await page.evaluate(() => (window as never as { seen: Record<string, number> }).seen);
  const { calls } = (await admin('GET', '/calls?limit=50')) as { calls: { id: string; contactName: string }[] };
  const delays: number[] = [];
  for (const { id, contactName } of calls.filter((call) => call.contactName in seen)) {
    const { deliveries } = (await admin('GET', `/deliveries?callId=${id}`)) as { deliveries: { body: string; receivedAt: string }[] };
    const told = deliveries.find(({ body }) => isTold(body));
    if (told) delays.push((seen[contactName] ?? 0) - Date.parse(told.receivedAt));
  }
  test.info().annotations.push({ type: 'delays in ms', description: delays.join(', ') });
  expect(delays.length).toBeGreaterThanOrEqual(3);
  expect(Math.max(...delays)).toBeLessThan(1_000);
});
