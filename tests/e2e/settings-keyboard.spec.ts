/** The main tasks of the settings by keyboard alone: no click from the sign-in on. */
import type { Page } from '@playwright/test';
import { ADMIN, expect, type Host, test } from './fixtures.ts';
import { press, tabTo } from './keyboard.ts';
import { look } from './look.ts';
import { asAdmin } from './rest.ts';

async function goTo(page: Page, section: string): Promise<void> {
  await press(page, section, 'Enter', { role: 'link' });
  await expect(page.getByRole('region', { name: section, exact: true })).toBeVisible();
}

async function signInByKeyboard(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await tabTo(page, 'E-mail', { role: 'textbox' });
  await page.keyboard.type(ADMIN.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  await press(page, 'Settings', 'Enter', { role: 'link' });
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
}

test('a limit, a user, a do-not-call number, a holiday and an agent, by keyboard alone', async ({ page, host }) => {
  test.slow();
  await signInByKeyboard(page, host);

  await goTo(page, 'Concurrency');
  await tabTo(page, 'Limit of maya', { role: 'textbox' });
  await page.keyboard.type('3');
  await look(page, 'limit-typed');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The limit of maya is 3.')).toBeVisible();

  await goTo(page, 'Agents');
  await press(page, 'New agent', 'Enter', { role: 'button' });
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Nora');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Nora/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New agent' })).toBeFocused();

  await goTo(page, 'Users');
  await press(page, 'Add user', 'Enter', { role: 'button' });
  await page.keyboard.type('Priya Nair');
  await page.keyboard.press('Tab');
  await page.keyboard.type('priya@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Password/, { role: 'textbox' });
  await page.keyboard.type('a loud Friday in June');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Priya Nair/ })).toBeVisible();
  await press(page, 'More for Priya Nair', 'Enter', { role: 'button' });
  await expect(page.getByRole('menuitem', { name: 'Hand campaigns over…' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const ask = page.getByRole('dialog', { name: 'Switch off Priya Nair?' });
  // Enter gives the harmless answer.
  await page.keyboard.press('Enter');
  await expect(ask).toBeHidden();

  await goTo(page, 'Compliance');
  await press(page, 'Add numbers', 'Enter', { role: 'button' });
  await page.keyboard.type('+44 20 7946 0958');
  await tabTo(page, /^Reason/, { role: 'textbox' });
  await page.keyboard.type('Asked on the phone');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /\+44 20 7946 0958/ })).toBeVisible();
  await tabTo(page, 'Do not call', { role: 'tab', key: 'Shift+Tab' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Holidays' })).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, 'Day', { role: 'spinbutton' });
  await page.keyboard.type(`2512${new Date().getFullYear()}`);
  await tabTo(page, 'Name', { role: 'textbox' });
  await page.keyboard.type('Christmas Day');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Christmas Day/ })).toBeVisible();

  const rest = await asAdmin(host);
  expect(await rest('GET', '/users')).toMatchObject({
    users: [
      { name: 'Priya Nair', role: 'admin', active: true },
      { name: 'maya', concurrentCallsLimit: 3 },
    ],
  });
  expect(await rest('GET', '/do-not-call')).toMatchObject({ numbers: [{ phoneNumber: '+442079460958', reason: 'Asked on the phone' }] });
  expect(await rest('GET', '/holidays')).toMatchObject({ holidays: [{ date: `${new Date().getFullYear()}-12-25` }] });
});
