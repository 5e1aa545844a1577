/** Every section of the settings as it is seen and used with the mouse, by an admin and by a supervisor. */
import { aCampaign, aWorld } from './campaigns.ts';
import { expect, test } from './fixtures.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';
import { addSupervisor, lookAtSizes, openSection, openSettings, pictures, sections, SUPERVISOR } from './settings.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('an admin sees every section, and each is right in both themes', async ({ page, host }) => {
  test.slow();
  await addSupervisor(host);
  const world = await aWorld(host, { contacts: 6 });
  await world.rest('POST', '/do-not-call', {
    phoneNumbers: ['+442079460958', '+493023125014', '+12025550118'],
    reason: 'Asked not to be called again',
  });
  await world.rest('POST', '/holidays', { date: `${new Date().getFullYear()}-12-25`, name: 'Christmas Day' });
  await world.rest('POST', '/data/backup', {});
  await aCampaign(world, 'Renewals');
  await openSettings(page, host);
  const names = [
    'My account',
    'Concurrency',
    'Agents',
    'Telephony',
    'Webhook tunnel',
    'Users',
    'Compliance',
    'Dialing',
    'Notifications',
    'Desktop',
    'Data',
    'API',
    'About',
  ];
  await expect(sections(page).getByRole('link')).toHaveText(names);
  for (const name of names) {
    await openSection(page, name);
    await expect(page.getByRole('region', { name, exact: true }).getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
    await lookAtSizes(page, name.replaceAll(' ', '-').toLowerCase());
  }
});

test('a supervisor sees what is hers, and an address of an admin’s section leads her to her own', async ({ page, host }) => {
  await addSupervisor(host);
  await openSettings(page, host, SUPERVISOR);
  const names = ['My account', 'Concurrency', 'Agents', 'Compliance', 'Notifications', 'Data', 'API', 'About'];
  await expect(sections(page).getByRole('link')).toHaveText(names);
  for (const name of names) {
    await openSection(page, name);
    await pictures(page, `supervisor-${name.replaceAll(' ', '-').toLowerCase()}`);
  }
  await page.evaluate(() => {
    window.location.hash = '/settings/users';
  });
  await expect(page.getByRole('region', { name: 'My account' })).toBeVisible();
  await openSection(page, 'Concurrency');
  await expect(page.getByRole('table')).toHaveCount(0);
  await openSection(page, 'Compliance');
  await expect(page.getByRole('tab')).toHaveText(['Do not call', 'Holidays']);
  await openSection(page, 'Data');
  await expect(page.getByRole('button', { name: /Clear practice|Back up/ })).toHaveCount(0);
});

test('limits are changed where they stand, and 0 and a lowered one are said in words', async ({ page, host }) => {
  // Slow enough that the calls are up however long this takes.
  const world = await aWorld(host, { contacts: 4, speed: 0.05 });
  await aCampaign(world, 'Renewals');
  await openSettings(page, host);
  await openSection(page, 'Concurrency');
  const mine = page.getByRole('region', { name: 'Your calls' });
  await expect(mine).toContainText('2 of 2');
  const field = page.getByRole('textbox', { name: 'Limit of maya' });
  await field.fill('1');
  await page.getByRole('button', { name: 'Save: Limit of maya' }).click();
  await expect(page.getByText('The limit of maya is 1.')).toBeVisible();
  await expect(mine).toContainText('2 calls are up and go on; no new call until there is room');
  await field.fill('twelve');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByText('Write a whole number.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('1');
  await page.getByRole('textbox', { name: 'Limit of the whole system' }).fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No new calls for anybody until the limit is raised.')).toBeVisible();
  await pictures(page, 'limits-lowered');
});

test('an agent is made, changed, and not deleted while a campaign needs it', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Agents');
  await look(page, 'agents-empty');
  await page.getByRole('button', { name: 'New agent' }).click();
  const dialog = page.getByRole('dialog', { name: 'New agent' });
  await dialog.getByRole('button', { name: 'Create agent' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Give the agent a name.');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nora');
  await dialog.getByRole('textbox', { name: 'Caller number' }).fill('12');
  await dialog.getByRole('textbox', { name: 'Let it ring, seconds' }).fill('30');
  await dialog.getByRole('checkbox', { name: 'Everyone may use this agent' }).check();
  await dialog.getByRole('button', { name: 'Create agent' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Caller number' })).toBeFocused();
  await lookAtSizes(page, 'agent-refused');
  await dialog.getByRole('textbox', { name: 'Caller number' }).fill('+44 20 7946 0958');
  await dialog.getByRole('button', { name: 'Create agent' }).click();
  await expect(dialog).toBeHidden();
  const row = page.getByRole('row', { name: /Nora/ });
  await expect(row).toContainText('Everyone');
  await expect(row).toContainText('+44 20 7946 0958');
  await page.getByRole('button', { name: 'Edit Nora' }).click();
  await expect(page.getByRole('textbox', { name: 'Let it ring, seconds' })).toHaveValue('30');
  await page.getByRole('textbox', { name: 'Name' }).fill('Nora, renewals');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('row', { name: /Nora, renewals/ })).toBeVisible();

  const rest = await asAdmin(host);
  const { agents } = (await rest('GET', '/agents')) as { agents: { id: string }[] };
  const { contact } = (await rest('POST', '/contacts', { phoneNumber: '+442079460900' })) as { contact: { id: number } };
  await aCampaign({ rest, agentId: agents[0]?.id ?? '', contactIds: [contact.id] }, 'Renewals', { draft: true });
  await page.getByRole('button', { name: 'More for Nora, renewals' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  const ask = page.getByRole('dialog', { name: 'Delete Nora, renewals?' });
  await ask.getByRole('button', { name: 'Delete agent' }).click();
  await expect(ask.getByRole('alert')).toContainText('The campaign "Renewals" calls with Nora, renewals.');
  await pictures(page, 'agent-needed');
  await ask.getByRole('button', { name: 'Keep it' }).click();
  await expect(row).toBeVisible();
});

test('the practice line takes its mix and its faults, and says that the shares add up', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Telephony');
  await page.getByRole('link', { name: /^Practice line/ }).click();
  const outcomes = page.getByRole('table', { name: 'Outcomes and their shares' });
  await page.getByRole('textbox', { name: 'Parts of “Busy”' }).fill('108');
  await expect(outcomes.getByRole('row', { name: /Busy/ })).toContainText('54 %');
  await expect(outcomes.getByRole('row', { name: /Together/ })).toContainText('100 %');
  await page.getByRole('textbox', { name: 'Speed' }).fill('0');
  await page.getByRole('textbox', { name: 'Report lost' }).fill('5');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('textbox', { name: 'Speed' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Speed' })).toHaveAccessibleDescription('Write a number from 0.1 to 10,000.');
  await page.getByRole('textbox', { name: 'Speed' }).fill('60');
  // What is typed outlives a look at another section.
  await openSection(page, 'About');
  await openSection(page, 'Telephony');
  await page.getByRole('link', { name: /^Practice line/ }).click();
  await expect(page.getByRole('textbox', { name: 'Speed' })).toHaveValue('60');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The practice line is saved.')).toBeVisible();
  const rest = await asAdmin(host);
  expect(await rest('GET', '/settings/telephony')).toMatchObject({
    telephony: { practice: { speed: 60, outcomes: { busy: 108, completed: 55 }, faults: { webhookLost: 0.05, silence: 0 } } },
  });
  await page.getByRole('button', { name: 'No faults' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(async () => JSON.stringify(await rest('GET', '/settings/telephony'))).toContain('"webhookLost":0,');
  await expect(page.getByRole('table', { name: /last two digits/ })).toContainText('is answered by a voicemail');
});

test('users are added, changed, switched off and on again, and their campaigns handed over', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Users');
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(SUPERVISOR.name);
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('maya@example.com');
  await dialog.getByRole('textbox', { name: 'Password' }).fill('short');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog.getByText('Choose a password of at least 8 characters.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Password' }).fill(SUPERVISOR.password);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog.getByRole('textbox', { name: 'E-mail' })).toHaveAccessibleDescription('Taken by another user.');
  await look(page, 'user-refused');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(SUPERVISOR.email);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  const row = page.getByRole('row', { name: /Priya Nair/ });
  await expect(row).toContainText('Supervisor');
  await page.getByRole('button', { name: 'Edit Priya Nair' }).click();
  await page.getByRole('textbox', { name: 'Calls at a time' }).fill('4');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(row).toContainText('4');

  await page.getByRole('button', { name: 'More for Priya Nair' }).click();
  await page.getByRole('menuitem', { name: 'Switch off…' }).click();
  const ask = page.getByRole('dialog', { name: 'Switch off Priya Nair?' });
  await expect(ask).toContainText('Their campaigns pause, and their sessions and tokens end at once.');
  await pictures(page, 'switch-off');
  await ask.getByRole('button', { name: 'Switch off' }).click();
  await expect(row).toContainText('Switched off');
  await page.getByRole('button', { name: 'More for Priya Nair' }).click();
  await page.getByRole('menuitem', { name: 'Hand campaigns over…' }).click();
  const hand = page.getByRole('dialog', { name: 'Hand over the campaigns of Priya Nair' });
  await hand.getByRole('button', { name: 'Hand over' }).click();
  await expect(hand.getByText('Choose who gets them.')).toBeVisible();
  await hand.getByRole('combobox', { name: 'To' }).click();
  await page.getByRole('option', { name: /^maya/ }).click();
  await pictures(page, 'hand-over');
  await hand.getByRole('button', { name: 'Hand over' }).click();
  await expect(page.getByText('There was no campaign to hand over.')).toBeVisible();
  await page.getByRole('button', { name: 'More for Priya Nair' }).click();
  await page.getByRole('menuitem', { name: 'Switch on' }).click();
  await expect(row).toContainText('Active');
});

test('dialing is saved as a whole, and what is wrong is said at its field', async ({ page, host }) => {
  await openSettings(page, host);
  await openSection(page, 'Dialing');
  await page.getByRole('textbox', { name: 'Gap between calls to one number' }).fill('0');
  await page.getByRole('textbox', { name: 'Let it ring' }).fill('1');
  await page.getByRole('combobox', { name: 'Time zone of the installation' }).fill('Tokyo');
  await page.getByRole('option', { name: 'Tokyo' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('textbox', { name: 'Let it ring' })).toHaveAccessibleDescription('Write a number from 5 to 300.');
  await look(page, 'dialing-wrong');
  const rest = await asAdmin(host);
  expect(await rest('GET', '/settings/dialing')).toMatchObject({ dialing: { gapMinutes: 60 } });
  await page.getByRole('textbox', { name: 'Let it ring' }).fill('30');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Dialing is saved.')).toBeVisible();
  expect(await rest('GET', '/settings/dialing')).toMatchObject({ dialing: { gapMinutes: 0, ringSeconds: 30, timeZone: 'Asia/Tokyo' } });
});

test('what is typed survives a broken connection, and is saved once it is back', { tag: '@browser' }, async ({
  page,
  host,
  complaints,
}) => {
  await openSettings(page, host);
  await openSection(page, 'Dialing');
  const gap = page.getByRole('textbox', { name: 'Gap between calls to one number' });
  await gap.fill('7');
  await host.stop();
  await expect(page.getByText('No connection to Ringmaster.')).toBeVisible();
  await host.start();
  await expect(page.getByText('No connection to Ringmaster.')).toBeHidden({ timeout: 20_000 });
  await expect(gap).toHaveValue('7');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Dialing is saved.')).toBeVisible();
  await expect(gap).toHaveValue('7');
  // What the browser itself says of a line that is down.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('ERR_CONNECTION_REFUSED')));
});
