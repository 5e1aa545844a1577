import { ADMIN, expect, signIn, test } from './fixtures.ts';
import { look } from './look.ts';

test('a wrong password is refused in words, and the right one lets in', async ({ page, host }) => {
  await page.goto(host.url);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await look(page, 'sign-in');
  await signIn(page, { ...ADMIN, password: 'not the password' });
  await expect(page.getByRole('alert')).toHaveText('The e-mail or the password is not right.');
  await look(page, 'wrong-password');
  await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
});

test('what is missing is said at its field, which is focused', async ({ page, host }) => {
  await page.goto(host.url);
  await page.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription('This is needed.');
});

test('a reload stays signed in, signing out does not', async ({ page, host }) => {
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
});

test('a session that is kept outlives the window, one that is not ends with it', { tag: '@browser' }, async ({ page, host, context }) => {
  await page.goto(host.url);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  const second = await context.newPage();
  await second.goto(host.rest);
  await expect(second.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await second.getByRole('checkbox', { name: 'Keep me signed in on this computer' }).check();
  await signIn(second);
  await expect(second.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
  const third = await context.newPage();
  await third.goto(host.rest);
  await expect(third.getByRole('heading', { name: 'Campaigns', exact: true })).toBeVisible();
});

test.describe('with the recovery code of the first run', () => {
  test.use({ withAdmin: false });

  test('a lost password is replaced, and the code by a new one', async ({ page, host }) => {
    await page.goto(host.url);
    await page.getByRole('textbox', { name: 'Your name' }).fill(ADMIN.name);
    await page.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
    await page.getByRole('textbox', { name: 'Password' }).fill(ADMIN.password);
    await page.keyboard.press('Enter');
    const code = page.getByRole('status', { name: 'Keep your recovery code' });
    const first = await code.innerText();
    await page.getByRole('checkbox', { name: 'I have kept it' }).check();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Start with the practice line' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'I lost my password' }).click();
    await page.getByRole('textbox', { name: 'E-mail' }).fill(ADMIN.email);
    await page.getByRole('textbox', { name: 'Recovery code' }).fill(first.toLowerCase());
    await page.getByRole('textbox', { name: 'New password' }).fill('another quiet Tuesday');
    await look(page, 'recover');
    await page.getByRole('button', { name: 'Set the new password' }).click();
    await expect(code).not.toHaveText(first);
    await page.getByRole('checkbox', { name: 'I have kept it' }).check();
    await page.getByRole('button', { name: 'Go on to Ringmaster' }).click();
    await expect(page.getByRole('heading', { name: 'No campaigns yet' })).toBeVisible();
  });
});
