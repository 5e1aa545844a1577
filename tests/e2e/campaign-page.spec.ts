import type { Locator, Page } from '@playwright/test';
import { aCampaign, aWorld, type World, withLimit } from './campaigns.ts';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { emptyDate, press, tabTo, typeDate } from './keyboard.ts';
import { look } from './look.ts';
import { asAdmin, numbered, someContacts } from './rest.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };
test.use({ viewport: WIDE });

const NAME = 'November renewals, second touch';
const KNOWN = { company: 'Harbor Supply', customFields: { plan: 'Gold' } };

/** A campaign whose calls ended in every way, with some up, some due and some waiting for a retry tomorrow. */
async function aHalfDone(host: Host): Promise<{ world: World; id: string }> {
  const world = await aWorld(host, { contacts: 0, speed: 400 });
  const { rest } = world;
  await withLimit(world, 20);
  const contactIds = await someContacts(rest, numbered(24), ['00', '00', '00', '01', '02', '03', '04', '06'], KNOWN);
  const id = await aCampaign({ ...world, contactIds }, NAME, {
    retry: { maxAttempts: 3, retryAfter: 600 },
    endDate: '2099-12-04',
  });
  const made = async () => ((await rest('GET', `/campaigns/${id}/analytics`)) as { analytics: { calls: number } }).analytics.calls;
  await expect.poll(made, { timeout: 40_000 }).toBe(24);
  await rest('PATCH', `/campaigns/${id}`, { concurrencyLimit: 3 });
  // From now on the line speaks more slowly than people do: three calls stay up.
  await rest('PUT', '/settings/telephony', { practice: { speed: 0.3 } });
  await rest('POST', `/campaigns/${id}/contacts`, { contactIds: await someContacts(rest, numbered(8, 100), ['00'], KNOWN) });
  return { world, id };
}

async function openCampaign(page: Page, host: Host, name = NAME): Promise<void> {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name });
const panel = (page: Page, name: string) => page.getByRole('region', { name });

test('a campaign is told on its page: figures, live calls, queue, history, every call', async ({ page, host }) => {
  await aHalfDone(host);
  await openCampaign(page, host);
  await expect(panel(page, 'Live')).toContainText('3 calls up');
  await expect(panel(page, 'Live')).toContainText('full');
  await expect(panel(page, 'Outcomes').getByRole('row', { name: /^Completed/ })).toContainText('9');
  await expect(panel(page, 'Figures of the campaign')).toContainText('9 of 32 done, 3 up');
  await look(page, '1-overview');

  await panel(page, 'Live')
    .getByRole('button', { name: /^Person/ })
    .first()
    .click();
  const drawer = page.getByRole('complementary', { name: /^Person/ });
  await expect(drawer).toContainText('Practice: nobody was really called');
  await look(page, '2-live-call');
  await page.keyboard.press('Escape');

  await tab(page, /Queue/).click();
  await expect(page.getByRole('table', { name: 'People of the campaign' })).toContainText('Retry 2 of 3');
  await look(page, '3-queue');
  await page.getByRole('searchbox', { name: 'Search name or number' }).fill('Person 3');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('row', { name: /Person 3\b/ }).click();
  await expect(drawer).toContainText('Gold');
  await look(page, '4-item');
  await drawer
    .getByRole('button', { name: /Busy|No answer|Voicemail|Failed|Completed/ })
    .first()
    .click();
  await expect(drawer).toContainText('Waits for another call');
  await page.keyboard.press('Escape');
  await expect(drawer).toContainText('Gold');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: /^Skipped/ }).click();
  await expect(page.getByText('Nobody was skipped.')).toBeVisible();
  await look(page, '5-queue-empty');

  await tab(page, /History/).click();
  await expect(page.getByRole('table', { name: 'Calls of the campaign' })).toContainText('Voicemail');
  await look(page, '6-history');
  await page.getByRole('button', { name: /^Completed/ }).click();
  await page.getByRole('table').getByRole('button').first().click();
  await expect(drawer).toContainText('Transcript');
  await expect(drawer.getByRole('button', { name: /completed\s*applied/ })).toBeVisible();
  await look(page, '7-call');
  await drawer.getByRole('button', { name: /completed\s*applied/ }).click();
  await drawer.getByRole('button', { name: 'Apply again' }).click();
  await expect(page.getByText(/The delivery was applied again/)).toBeVisible();
  await look(page, '8-delivery');
  await page.setViewportSize(NARROW);
  await look(page, '9-call-narrow');
  await page.keyboard.press('Escape');
  await look(page, '10-history-narrow');
  await tab(page, /Queue/).click();
  await look(page, '11-queue-narrow');
  await tab(page, /Overview/).click();
  await expect(panel(page, 'Outcomes')).toBeVisible();
  await look(page, '12-overview-narrow');
  await tab(page, /Settings/).click();
  await look(page, '13-settings-narrow');
  await page.setViewportSize({ width: 1440, height: 1500 });
  await look(page, '14-settings');
  await tab(page, /Overview/).click();
  await expect(panel(page, 'Success rate by day')).toBeVisible();
  await look(page, '15-overview-whole');
});

/** A day of the week that is not today, in a zone where it is the same day as here. */
const anotherDay = () => ((new Date().getUTCDay() + 2) % 7) + 1;
const shut = () => ({ weekdays: [anotherDay()], timeZone: 'UTC', firstCallTime: '09:00', lastCallTime: '18:00', pacing: 'spread' });

/** On the overview, one step after the settings: what is typed there is given up on the way forward, and back again it is gone. */
async function leavesByBackAndForward(page: Page, form: Locator): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  const name = form.getByRole('textbox', { name: 'Campaign name' });
  await page.goBack();
  await name.fill('Given up');
  await page.goForward();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await page.goForward();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel(page, 'Live')).toBeVisible();
  await page.goBack();
  await expect(name).toHaveValue('Renewals, second touch');
  await name.fill('Given up as well');
  await page.goBack();
  await dialog.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(panel(page, 'Live')).toBeVisible();
  await page.goForward();
  await expect(name).toHaveValue('Renewals, second touch');
  await page.goForward();
  await expect(panel(page, 'Live')).toBeVisible();
}

test('settings are changed with their consequences shown before, and nothing typed is lost', { tag: '@browser' }, async ({
  page,
  host,
  complaints,
}) => {
  const world = await aWorld(host, { contacts: 4 });
  const id = await aCampaign(world, 'Renewals', shut());
  await openCampaign(page, host, 'Renewals');
  await page.getByRole('link', { name: 'Edit' }).click();
  const form = page.getByRole('form', { name: 'Settings of the campaign' });
  await form.getByRole('combobox', { name: 'Last call' }).fill('17');
  await form.getByRole('textbox', { name: 'Campaign name' }).fill('Renewals, second touch');
  await expect(form).toContainText(/4 calls, one about every/);
  await expect(form).toContainText('Calls that were spread are planned anew.');
  await expect(form).toContainText('2 settings changed');
  await look(page, 'settings-changed');

  const endDate = form.getByRole('group', { name: 'End date' });
  await typeDate(endDate, '01012020');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect(form).toContainText('The end must not come before the start.');
  await expect(endDate.getByRole('spinbutton', { name: 'Day' })).toBeFocused();
  await look(page, 'settings-error');

  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await tab(page, /Overview/).click();
  await expect(dialog).toBeVisible();
  await look(page, 'settings-leave');
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await expect(dialog).toBeHidden();
  const name = form.getByRole('textbox', { name: 'Campaign name' });
  await expect(name).toHaveValue('Renewals, second touch');

  // The browser's own way asks as well, each time anew, and staying leaves the history as it was.
  const here = page.url();
  const steps = await page.evaluate(() => history.length);
  for (let time = 1; time <= 2; time += 1) {
    await page.goBack();
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(here);
    await expect(name).toHaveValue('Renewals, second touch');
  }
  expect(await page.evaluate(() => history.length)).toBe(steps);

  await host.stop();
  await expect(page.getByText('No connection to Ringmaster.')).toBeVisible();
  await emptyDate(endDate);
  await host.start();
  await expect(page.getByText('No connection to Ringmaster.')).toBeHidden({ timeout: 30_000 });
  await expect(form.getByRole('combobox', { name: 'Last call' })).toHaveValue('17:00');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The settings of “Renewals, second touch” are saved.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Renewals, second touch', level: 1 })).toBeVisible();
  await tab(page, /Overview/).click();
  await expect(panel(page, 'Live')).toBeVisible();
  await expect(page.getByRole('tabpanel')).toContainText('The calling window is closed');
  await leavesByBackAndForward(page, form);
  const { campaign } = (await (await asAdmin(host))('GET', `/campaigns/${id}`)) as { campaign: Record<string, unknown> };
  expect(campaign).toMatchObject({ name: 'Renewals, second touch', lastCallTime: '17:00', endDate: null });
  await page.getByRole('button', { name: /^More for/ }).click();
  await page.getByRole('menuitem', { name: 'Cancel campaign…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel campaign' }).click();
  await tab(page, /Settings/).click();
  await expect(form).toContainText('The campaign is cancelled: only its name can be changed.');
  await expect(form.getByRole('combobox', { name: 'Last call' })).toBeDisabled();
  await look(page, 'settings-locked');
  // The browser itself writes into the console that nobody answered.
  expect(complaints.splice(0).filter((complaint) => !/WebSocket connection to .* failed/.test(complaint))).toEqual([]);
});

test('a long list is paged and searched', { tag: '@long' }, async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 0 });
  const rows = Array.from({ length: 1_500 }, (_, i) => `Person ${i} of the long list,+49151${String(20_000_000 + i)}`);
  const form = new FormData();
  const settings = {
    ...shut(),
    name: 'A long list',
    nextAction: 'Say hello',
    agentId: world.agentId,
    weekdays: JSON.stringify([anotherDay()]),
  };
  for (const [name, value] of Object.entries(settings)) form.append(name, value);
  form.append('file', new File([`name,phone\n${rows.join('\n')}\n`], 'long.csv', { type: 'text/csv' }));
  await (await asAdmin(host))('POST', '/campaigns/upload-csv', form);
  await openCampaign(page, host, 'A long list');
  await look(page, 'many-overview');
  await tab(page, /Queue/).click();
  await expect(page.getByText('1–50 of 1,500')).toBeVisible();
  await page.getByRole('button', { name: 'The next page' }).click();
  await expect(page.getByText('51–100 of 1,500')).toBeVisible();
  await look(page, 'many-queue');
  await page.getByRole('searchbox', { name: 'Search name or number' }).fill('Person 149');
  await expect(page.getByRole('row')).toHaveCount(12);
});

test('the whole of it by keyboard alone', async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 3, ending: '01', speed: 400 });
  await withLimit(world, 3);
  await aCampaign(world, 'Renewals', { retry: { maxAttempts: 2, retryAfter: 600 } });
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toBeVisible();
  await press(page, 'Renewals');
  await expect(page.getByRole('heading', { name: 'Renewals', level: 1 })).toBeVisible();
  await expect(panel(page, 'Outcomes')).toContainText('3 calls');

  await tabTo(page, /^Overview/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'People of the campaign' })).toBeVisible();
  await tabTo(page, /^Person \d/);
  const name = (await page.locator(':focus').innerText()).trim();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('complementary', { name })).toBeHidden();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('complementary', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator(':focus')).toHaveText(name);

  await tabTo(page, /^Queue/, { key: 'Shift+Tab' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Calls of the campaign' })).toBeVisible();
  await press(page, /^Person \d/);
  await press(page, 'Do not call');
  await expect(page.getByText(/is on the do-not-call list/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByText(/may be called again/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Do not call' })).toBeVisible();

  await press(page, 'Pause', 'Enter', { key: 'Shift+Tab' });
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await press(page, 'Edit');
  await tabTo(page, 'Campaign name');
  await page.keyboard.press('End');
  await page.keyboard.type(' again');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The settings of “Renewals again” are saved.')).toBeVisible();
  await press(page, 'More for Renewals again', 'Enter', { key: 'Shift+Tab' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Duplicate “Renewals again”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
