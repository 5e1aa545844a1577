/** Starting with the session: what is entered for it, and how such a start looks. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, twoCallsUp } from './desktop.ts';
import { signIn } from './fixtures.ts';
import { asAdmin } from './rest.ts';

test('the setting enters the program among what starts with the session, and takes it out', async ({ host, ground, program }) => {
  test.skip(process.platform !== 'linux', 'the other systems keep a list of their own: tests/integration/desktop-login.test.ts');
  const folder = mkdtempSync(join(tmpdir(), 'ringmaster-config-'));
  const entry = join(folder, 'autostart/ringmaster.desktop');
  const starts = () => (existsSync(entry) ? /^Exec=(.*)$/m.exec(readFileSync(entry, 'utf8'))?.[1] : null);
  await host.stop();
  program.given = { isPackaged: true };
  Object.assign(ground.env, { XDG_CONFIG_HOME: folder, APPIMAGE: '/opt/Ringmaster-1.0.0.AppImage' });
  await host.start();
  const rest = await asAdmin(host);
  expect(starts()).toBe(null);
  await rest('PUT', '/settings/desktop', { openAtLogin: true });
  await expect.poll(starts).toBe('"/opt/Ringmaster-1.0.0.AppImage" --hidden');
  // An update gave the file another name.
  await host.stop();
  ground.env['APPIMAGE'] = '/opt/Ringmaster-1.1.0.AppImage';
  await host.start();
  expect(starts()).toBe('"/opt/Ringmaster-1.1.0.AppImage" --hidden');
  await (await asAdmin(host))('PUT', '/settings/desktop', { openAtLogin: false });
  await expect.poll(starts).toBe(null);
  await host.stop();
  await host.start();
  expect(starts()).toBe(null);
});

test('a start with the session waits in the tray, which tells of the calls and opens the window', async ({
  page,
  host,
  program,
  desktop,
}) => {
  await twoCallsUp(page, host);
  await host.stop();
  program.args = ['--hidden'];
  await host.start();
  await expect.poll(async () => (await desktop.tray())?.tooltip).toBe('Ringmaster: 2 calls up');
  // The page is drawn, and nobody sees it.
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
  expect((await desktop.window())?.isVisible).toBe(false);
  await desktop.chooseInTray('Open Ringmaster');
  expect((await desktop.window())?.isVisible).toBe(true);
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('2 up');
});
