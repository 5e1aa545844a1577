/** The queue by hand: looked through, and changed for one and for many, by mouse and by keyboard alone. */
import type { Locator, Page } from '@playwright/test';
import { aCampaign, aWorld, type World, weekdayIn, withLimit } from './campaigns.ts';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { press, tabTo, typeDate } from './keyboard.ts';
import { look } from './look.ts';
import { numbered, someContacts } from './rest.ts';
import { pictures } from './settings.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const HOUR_MS = 3_600_000;

interface Item {
  id: number;
  contact: { name: string };
  priority: number;
  status: string;
}

/** People who wait for a call in some hours, in a campaign that may call at any time. Calls that go out stay up. */
async function aQueue(
  host: Host,
  people: number,
  name = 'Renewals',
): Promise<{ world: World; campaignId: string; items: readonly Item[] }> {
  const world = await aWorld(host, { contacts: 0, speed: 0.05 });
  await withLimit(world, 0);
  const contactIds = await someContacts(world.rest, numbered(people), ['00'], { customFields: { plan: 'gold' } });
  const campaignId = await aCampaign({ ...world, contactIds }, name);
  const items = await itemsOf(world, campaignId);
  const at = new Date(Date.now() + 5 * HOUR_MS).toISOString();
  await world.rest('POST', '/queue/actions', { ids: items.map(({ id }) => id), action: { kind: 'reschedule', at } });
  await withLimit(world, 2);
  return { world, campaignId, items };
}

async function itemsOf({ rest }: World, campaignId: string): Promise<readonly Item[]> {
  return ((await rest('GET', `/campaigns/${campaignId}/queue?limit=200`)) as { items: Item[] }).items;
}

/** A date so many days ahead, as it is typed into its parts. */
function digitsIn(days: number): string {
  const date = new Date(Date.now() + days * 24 * HOUR_MS).toISOString();
  return `${date.slice(8, 10)}${date.slice(5, 7)}${date.slice(0, 4)}`;
}

async function openQueue(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await signIn(page);
  await page.getByRole('link', { name: /^Queue/ }).click();
  await expect(page.getByRole('heading', { name: 'Queue', level: 1 })).toBeVisible();
}

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'People in the queue' });
/** `Person 1` is the beginning of others. */
const row = (page: Page, name: string): Locator => grid(page).getByRole('row', { name: new RegExp(`${name}(?!\\d)`) });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Selected people' });

async function choose(page: Page, name: string, action: string): Promise<Locator> {
  await row(page, name)
    .getByRole('button', { name: `Actions for ${name}` })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
  return page.getByRole('dialog');
}

test('whoever waits is found, sorted and explained, and changed one by one', async ({ page, host }) => {
  const { world, campaignId } = await aQueue(host, 8);
  const inThreeDays = await aCampaign({ ...world, contactIds: await someContacts(world.rest, ['Ada Lovelace']) }, 'Far ahead', {
    weekdays: [weekdayIn(3)],
    firstCallTime: '09:00',
    lastCallTime: '18:00',
  });
  await openQueue(page, host);
  await expect(grid(page).getByRole('row')).toHaveCount(10);
  await expect(row(page, 'Person 0')).toContainText('Planned for');
  await expect(row(page, 'Ada Lovelace')).toContainText('Far ahead');
  await expect(page.getByRole('link', { name: /^Queue.*9 waiting$/ })).toBeVisible();
  await look(page, 'list');
  await pictures(page, 'list', { width: 1024, height: 700 });
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole('searchbox').fill('ada');
  await expect(page.getByText('1 person found')).toBeVisible();
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox').fill('nobody is called so');
  await expect(page.getByText('Nobody here has “nobody is called so” in the name or number.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everyone' }).click();
  await page.getByRole('combobox', { name: 'Campaign' }).fill('Far');
  await page.getByRole('option', { name: 'Far ahead' }).click();
  await expect(grid(page).getByRole('row')).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Campaign' }).clear();
  await page.keyboard.press('Escape');
  await expect(grid(page).getByRole('row')).toHaveCount(10);

  const priority = await choose(page, 'Person 5', 'Priority…');
  await priority.getByRole('textbox', { name: 'Priority' }).fill('high');
  await priority.getByRole('button', { name: 'Change priority' }).click();
  await expect(priority.getByText('Write a whole number')).toBeVisible();
  await priority.getByRole('textbox', { name: 'Priority' }).fill('7');
  await priority.getByRole('textbox', { name: 'Reason' }).fill('asked twice');
  await priority.getByRole('button', { name: 'Change priority' }).click();
  await expect(page.getByText('Person 5 has priority 7.')).toBeVisible();
  await grid(page).getByRole('button', { name: 'Priority' }).click();
  await expect(grid(page).getByRole('row').nth(1)).toContainText('Person 5');
  await row(page, 'Person 5').click();
  const drawer = page.getByRole('complementary', { name: 'Person 5' });
  await expect(drawer.getByRole('region', { name: 'History' })).toContainText('maya, because: asked twice');
  await expect(drawer.getByRole('region', { name: 'Contact' })).toContainText('gold');
  await look(page, 'drawer');
  await page.keyboard.press('Escape');

  // A time outside of the window: the next allowed one is one click away.
  const callback = await choose(page, 'Ada Lovelace', 'Call back…');
  await typeDate(callback.getByRole('group', { name: /Date/ }), digitsIn(1));
  await callback.getByRole('button', { name: 'Set callback' }).click();
  await expect(callback.getByRole('alert')).toContainText('The next allowed time is');
  await look(page, 'callback-refused');
  await callback.getByRole('button', { name: /^Take .* at 09:00$/ }).click();
  await expect(page.getByText(/Ada Lovelace is called back .* at 09:00\./)).toBeVisible();
  await expect(row(page, 'Ada Lovelace')).toContainText('Asked to be called');

  const callNow = await choose(page, 'Ada Lovelace', 'Call now');
  await callNow.getByRole('button', { name: 'Call now' }).click();
  await expect(callNow.getByRole('alert')).toContainText('window is closed');
  await callNow.getByRole('button', { name: 'Not now' }).click();
  await (await choose(page, 'Person 3', 'Call now')).getByRole('button', { name: 'Call now' }).click();
  await expect(page.getByText('Person 3 is being called.')).toBeVisible();
  await page.getByRole('button', { name: 'Show the call' }).click();
  await expect(page.getByRole('complementary', { name: 'Person 3' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Being called/ }).click();
  const hangUp = await choose(page, 'Person 3', 'Cancel call…');
  await expect(hangUp.getByText('The call is up now. It is hung up at once.')).toBeVisible();
  await hangUp.getByRole('button', { name: 'Hang up and cancel' }).click();
  await expect(page.getByText('The call to Person 3 was cancelled.')).toBeVisible();
  await expect(page.getByText('Nobody is being called right now.')).toBeVisible();

  await page.getByRole('button', { name: /^Cancelled/ }).click();
  const reopen = await choose(page, 'Person 3', 'Wait again…');
  await reopen.getByRole('button', { name: 'Let wait again' }).click();
  await expect(page.getByText('Person 3 waits again.')).toBeVisible();
  await page.getByRole('button', { name: /^Waiting/ }).click();
  await (await choose(page, 'Person 6', 'Remove…')).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('Person 6 was removed from the queue.')).toBeVisible();
  const left = await itemsOf(world, campaignId);
  expect(left.map(({ contact }) => contact.name)).not.toContain('Person 6');
  expect(left.find(({ contact }) => contact.name === 'Person 5')).toMatchObject({ priority: 7, status: 'queued' });
  expect(await itemsOf(world, inThreeDays)).toMatchObject([{ status: 'queued', callbackRequested: true }]);
});

test('many are changed at once, and those who stay as before are told with the reason', async ({ page, host }) => {
  const { world, campaignId } = await aQueue(host, 60);
  const closed = await aCampaign({ ...world, contactIds: await someContacts(world.rest, ['Ada Lovelace', 'Bob Kahn']) }, 'Far ahead', {
    weekdays: [weekdayIn(3)],
    firstCallTime: '09:00',
    lastCallTime: '18:00',
  });
  await openQueue(page, host);
  await row(page, 'Person 0').getByRole('checkbox').click();
  await row(page, 'Person 3')
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar(page).getByText('4 selected')).toBeVisible();
  await look(page, 'selected');
  await bar(page).getByRole('button', { name: 'More for those selected' }).click();
  await page.getByRole('menuitem', { name: 'Priority…' }).click();
  await page.getByRole('textbox', { name: 'Priority' }).fill('5');
  await page.getByRole('button', { name: 'Change priority' }).click();
  await expect(page.getByText('Priority 5 for 4 people.')).toBeVisible();
  const priorities = async () => (await itemsOf(world, campaignId)).filter(({ priority }) => priority === 5).length;
  expect(await priorities()).toBe(4);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(priorities).toBe(0);

  // All that match, more than a page of them; those whose window is shut then are not done.
  await row(page, 'Person 0').getByRole('checkbox').click();
  await bar(page).getByRole('button', { name: 'Select all 62' }).click();
  await expect(bar(page).getByText('62 selected')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Call back…' }).click();
  const dialog = page.getByRole('dialog');
  await typeDate(dialog.getByRole('group', { name: /Date/ }), digitsIn(1));
  await dialog.getByRole('button', { name: 'Set callback' }).click();
  await expect(page.getByRole('dialog', { name: '60 done, 2 not' })).toContainText('Ada Lovelace, Bob Kahn');
  await look(page, 'result');
  await page.getByRole('button', { name: 'Take the next allowed time for 2 people' }).click();
  await expect(page.getByRole('dialog', { name: '62 done, 0 not' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  // Nobody is left of those who were ticked.
  await expect(bar(page)).toHaveCount(0);
  expect(await itemsOf(world, closed)).toMatchObject([{ callbackRequested: true }, { callbackRequested: true }]);

  await page.getByRole('button', { name: /^Callbacks 62/ }).click();
  await page.getByRole('searchbox').fill('person 1');
  await expect(page.getByText('11 people found')).toBeVisible();
  await grid(page).getByRole('checkbox', { name: 'Select all that match' }).click();
  await bar(page).getByRole('button', { name: 'More for those selected' }).click();
  await page.getByRole('menuitem', { name: 'Cancel call…' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('wrong list');
  await look(page, 'cancel-many');
  await page.getByRole('button', { name: 'Cancel 11 calls' }).click();
  await expect(page.getByText('11 calls were cancelled.')).toBeVisible();
  expect((await itemsOf(world, campaignId)).filter(({ status }) => status === 'cancelled')).toHaveLength(11);
});

test('everything is reached and done by keyboard alone', async ({ page, host }) => {
  await aQueue(host, 6);
  await page.goto(host.url);
  await signIn(page);
  await press(page, /^Queue/, 'Enter', { role: 'link' });
  await expect(grid(page)).toBeVisible();
  await tabTo(page, /^Waiting/, { role: 'button' });
  await tabTo(page, 'People in the queue', { role: 'grid' });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Call now' })).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Priority' })).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Person 0 has priority 3.')).toBeVisible();
  await expect(grid(page)).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(bar(page).getByText('6 selected')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(bar(page).getByText('5 selected')).toBeVisible();
  await press(page, 'Reschedule…', 'Enter', { role: 'button', key: 'Shift+Tab' });
  await tabTo(page, 'Day', { role: 'spinbutton' });
  await page.keyboard.type(digitsIn(2));
  await tabTo(page, /^Time/, { role: 'combobox' });
  await page.keyboard.press('Control+a');
  await page.keyboard.type('9.30');
  await press(page, 'Reschedule', 'Enter', { role: 'button' });
  await expect(page.getByText(/5 people are planned for .* at 09:30\./)).toBeVisible();

  await tabTo(page, 'People in the queue', { role: 'grid' });
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('complementary');
  await expect(drawer).toBeFocused();
  await press(page, 'Call now', 'Enter', { role: 'button' });
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Call now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/ is being called\./)).toBeVisible();
  await expect(drawer.getByRole('button', { name: 'Cancel call…' })).toBeVisible();
  await press(page, 'Cancel call…', 'Enter', { role: 'button', key: 'Shift+Tab' });
  // Enter gives the harmless answer.
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await press(page, 'Cancel call…', 'Enter', { role: 'button' });
  await press(page, 'Hang up and cancel', 'Enter', { role: 'button' });
  await expect(page.getByText(/The call to Person \d was cancelled\./)).toBeVisible();
});

test('a list that is being used does not move under the hand', { tag: '@long' }, async ({ page, host }) => {
  const { world, items } = await aQueue(host, 6);
  await openQueue(page, host);
  const first = String(items[0]?.contact.name);
  const third = row(page, String(items[2]?.contact.name));
  await expect(third).toBeVisible();
  const before = await third.boundingBox();
  const { x = 0, y = 0 } = before ?? {};
  await page.mouse.move(x + 300, y + 15);
  await page.mouse.move(x + 304, y + 18);
  await world.rest('POST', '/queue/actions', { ids: [items[0]?.id], action: { kind: 'cancel' } });
  await expect(row(page, first)).toContainText('No longer in this list');
  expect(await third.boundingBox()).toEqual(before);
  await page.mouse.move(400, 20);
  await expect(row(page, first)).toHaveCount(0);
});

test('the same is done from the campaign’s queue and from a contact', { tag: '@long' }, async ({ page, host }) => {
  const { world, campaignId } = await aQueue(host, 4);
  await openQueue(page, host);
  await page.goto(new URL(`/#/campaign/${campaignId}/queue`, page.url()).href);
  await page.getByRole('button', { name: 'Actions for Person 1' }).click();
  await look(page, 'campaign-menu');
  await page.getByRole('menuitem', { name: 'Cancel call…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel call' }).click();
  await expect(page.getByText('The call to Person 1 was cancelled.')).toBeVisible();

  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page
    .getByRole('grid', { name: 'Contacts' })
    .getByRole('row', { name: /Person 2/ })
    .click();
  await page.getByRole('button', { name: 'Actions for Person 2 in “Renewals”' }).click();
  await page.getByRole('menuitem', { name: 'Call now' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Call now' }).click();
  await expect(page.getByText('Person 2 is being called.')).toBeVisible();
  const states = (await itemsOf(world, campaignId)).map(({ contact, status }) => [contact.name, status]);
  expect(states).toContainEqual(['Person 1', 'cancelled']);
  expect(states).toContainEqual(['Person 2', 'processing']);
});
