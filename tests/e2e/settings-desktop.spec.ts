/** What the desktop program tells and how it behaves, and the page's side of it: what it tells the program, and does for it. */
import type { Page } from '@playwright/test';
import { ADMIN, expect, signIn, test } from './fixtures.ts';
import { addSupervisor, lookAtSizes, openSection, openSettings, sections, SUPERVISOR } from './settings.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('what one is told is one’s own; how the program behaves is an admin’s', { tag: '@browser' }, async ({ page, host }) => {
  await addSupervisor(host);
  await openSettings(page, host);
  await openSection(page, 'Notifications');
  await expect(page.getByText('These are for the desktop program.')).toBeVisible();
  await page.getByRole('switch', { name: 'A callback is coming up' }).uncheck();
  await page.getByRole('switch', { name: 'Tell me nothing between' }).check();
  const from = page.getByRole('combobox', { name: 'From' });
  await from.fill('late');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(from).toHaveAccessibleDescription('Write the time as HH:MM.');
  await from.fill('9.30 pm');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await lookAtSizes(page, 'notifications');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('What you are told is saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'A callback is coming up' })).not.toBeChecked();
  await expect(from).toHaveValue('21:30');

  await openSection(page, 'Desktop');
  const feed = page.getByRole('textbox', { name: 'Where updates are looked for' });
  await feed.fill('http://updates.example.com');
  await page.getByRole('switch', { name: 'Keep dialing when the window is closed' }).uncheck();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(feed).toHaveAccessibleDescription('Write the address as https://updates.example.com/ringmaster.');
  await feed.fill('https://updates.example.com/ringmaster');
  await lookAtSizes(page, 'desktop');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The desktop program is saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, SUPERVISOR);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(sections(page).getByRole('link', { name: 'Desktop' })).toHaveCount(0);
  await openSection(page, 'Notifications');
  await expect(page.getByRole('switch', { name: 'A callback is coming up' })).toBeChecked();
});

/** A bridge as the preload gives it, save that what is said through it is noted, and the engine is still reached by the socket. */
async function withBridge(page: Page) {
  await page.addInitScript(() => {
    const said: unknown[] = [];
    const listeners = new Set<(command: unknown) => void>();
    const bridge = {
      host: 'test',
      here: (authorization: string | null) => said.push(authorization?.slice(0, 7) ?? null),
      online: () => said.push('online'),
      onCommand(listener: (command: unknown) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
    Object.assign(window, { bridge, said, command: (one: unknown) => listeners.forEach((listener) => listener(one)) });
  });
  return {
    said: () => page.evaluate(() => (window as unknown as { said: unknown[] }).said),
    command: (one: unknown) => page.evaluate((asked) => (window as unknown as { command: (asked: unknown) => void }).command(asked), one),
  };
}

test('the page tells the program who is here, and does what it is asked for', { tag: ['@browser', '@long'] }, async ({ page, host }) => {
  const { said, command } = await withBridge(page);
  await page.goto(host.url);
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
  expect(await said()).toEqual([]);
  await signIn(page, ADMIN);
  await expect.poll(said).toEqual(['Bearer ']);
  await command({ kind: 'go', address: '/live' });
  await expect(page).toHaveURL(/#\/live$/);
  await command({ kind: 'pause-all' });
  const question = page.getByRole('dialog', { name: 'Pause all campaigns of everyone?' });
  await question.getByRole('button', { name: 'Keep calling' }).click();
  await command({ kind: 'resume-all' });
  await expect(page.getByText('There was nothing to resume.')).toBeVisible();
  for (const odd of [{ kind: 'go', address: 'https://example.com' }, { kind: 'erase' }, null]) await command(odd);
  await expect(page).toHaveURL(/#\/live$/);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  expect(await said()).toEqual(['Bearer ', 'online']);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.poll(said).toEqual(['Bearer ', 'online', null]);
});

test('a list that was opened with the program is taken by its token', { tag: ['@browser', '@long'] }, async ({ page, host }) => {
  const { command } = await withBridge(page);
  await page.goto(host.url);
  await signIn(page, ADMIN);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await command({ kind: 'file', fileToken: 'a-token-that-nobody-gave', fileName: 'people.csv' });
  await expect(page).toHaveURL(/#\/campaigns\/new$/);
  await expect(page.getByText('people.csv').first()).toBeVisible();
});
