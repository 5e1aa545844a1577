/** The pages of the REST interface: read and tried in a browser, and nothing of it from or to anywhere else. */
import { ADMIN, expect, test } from './fixtures.ts';

// The desktop's window never goes there: it hands the address to the system.
test('the interface is read and tried on its pages, which ask this program alone', { tag: '@browser' }, async ({
  page,
  host,
  complaints,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const login = await fetch(`${host.rest}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: ADMIN.email, password: ADMIN.password }),
  });
  const { token } = (await login.json()) as { token: string };

  await page.goto(`${host.rest}/api/reference`);
  await expect(page.getByRole('heading', { name: /^Ringmaster/ })).toBeVisible();
  await expect(page.getByText('The people to call. Everyone has their own, admins too.')).toBeVisible();

  // Tried as nobody, it says so; with a token, who one is.
  await page.locator('#operations-tag-auth').click();
  const me = page.locator('.opblock-get').filter({ has: page.locator('[data-path="/me"]') });
  await me.locator('.opblock-summary-control').click();
  const answer = me.locator('.live-responses-table tbody .response-col_status');
  await me.getByRole('button', { name: 'Execute' }).click();
  await expect(answer).toContainText('401');
  expect(complaints.splice(0)).toEqual([expect.stringContaining('401')]);
  await page.getByRole('button', { name: 'Authorize' }).first().click();
  await page.getByLabel('auth-bearer-value').fill(token);
  await page.locator('.auth-btn-wrapper').getByRole('button', { name: 'Apply credentials' }).click();
  await page.locator('.auth-btn-wrapper').getByRole('button', { name: 'Close' }).click();
  await me.getByRole('button', { name: 'Execute' }).click();
  await expect(answer).toContainText('200');
  await expect(me.locator('.live-responses-table')).toContainText(ADMIN.email);

  const { origin } = new URL(host.rest);
  expect(asked.filter((url) => !url.startsWith('data:') && new URL(url).origin !== origin)).toEqual([]);
  expect(asked).toEqual(expect.arrayContaining([`${origin}/api/openapi.json`, `${origin}/api/me`]));
});
