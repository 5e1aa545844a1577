/** The main tasks of the settings by keyboard alone: no click from the sign-in on. */
import type { Page } from '@playwright/test';
import { ADMIN, asAdmin, expect, type Host, test } from './fixtures.ts';
import { look } from './look.ts';

/** Presses Tab until what has the focus is named so; nothing may be out of reach. */
async function tabTo(page: Page, role: string, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const wanted = page.getByRole(role as 'button', { name, exact: typeof name === 'string' }).and(page.locator(':focus'));
  for (let press = 0; press < 60; press += 1) {
    if ((await wanted.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached the ${role} ${String(name)}`);
}

async function goTo(page: Page, section: string): Promise<void> {
  await tabTo(page, 'link', section);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: section, exact: true })).toBeVisible();
}

async function signInByKeyboard(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await tabTo(page, 'textbox', 'E-mail');
  await page.keyboard.type(ADMIN.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  await tabTo(page, 'link', 'Settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
}

test('a limit, a user, a do-not-call number, a holiday and an agent, by keyboard alone', async ({ page, host }) => {
  test.slow();
  await signInByKeyboard(page, host);

  await goTo(page, 'Concurrency');
  await tabTo(page, 'textbox', 'Limit of maya');
  await page.keyboard.type('3');
  await look(page, 'limit-typed');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The limit of maya is 3.')).toBeVisible();

  await goTo(page, 'Agents');
  await tabTo(page, 'button', 'New agent');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Nora');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Nora/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New agent' })).toBeFocused();

  await goTo(page, 'Users');
  await tabTo(page, 'button', 'Add user');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Priya Nair');
  await page.keyboard.press('Tab');
  await page.keyboard.type('priya@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, 'textbox', /^Password/);
  await page.keyboard.type('a loud Friday in June');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /Priya Nair/ })).toBeVisible();
  await tabTo(page, 'button', 'More for Priya Nair');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Hand campaigns over…' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const ask = page.getByRole('dialog', { name: 'Switch off Priya Nair?' });
  // Enter gives the harmless answer.
  await page.keyboard.press('Enter');
  await expect(ask).toBeHidden();

  await goTo(page, 'Compliance');
  await tabTo(page, 'button', 'Add numbers');
  await page.keyboard.press('Enter');
  await page.keyboard.type('+44 20 7946 0958');
  await tabTo(page, 'textbox', /^Reason/);
  await page.keyboard.type('Asked on the phone');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('row', { name: /\+44 20 7946 0958/ })).toBeVisible();
  await tabTo(page, 'tab', 'Do not call', 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Holidays' })).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, 'textbox', 'Date');
  await page.keyboard.type(`2512${new Date().getFullYear()}`);
  await tabTo(page, 'textbox', 'Name');
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
