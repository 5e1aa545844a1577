/** Sleep, waking and quitting of the desktop program, with calls up. */
import { withLimit } from './campaigns.ts';
import { expect, test, twoCallsUp } from './desktop.ts';
import { signIn } from './fixtures.ts';
import { asAdmin } from './rest.ts';

test('before a sleep no call starts, and after it they go on', async ({ page, host, desktop }) => {
  const world = await twoCallsUp(page, host);
  await desktop.power('suspend');
  // On every screen, and on the card that has to wait.
  const sentence = page.getByText('The computer is about to sleep: no new call starts.').first();
  await expect(sentence).toBeVisible();
  await withLimit(world, 4);
  const card = page.getByRole('article', { name: 'Renewals' });
  await expect(page.getByText(/of 4/).first()).toBeVisible();
  await expect(card).toContainText('2 up');
  await desktop.power('resume');
  await expect(card).toContainText('4 up');
  await expect(sentence).toBeHidden();
});

test('quitting with calls up asks: keep running and finish first', async ({ page, host, program, desktop }) => {
  await twoCallsUp(page, host);
  await desktop.quit();
  await expect
    .poll(() => desktop.standing())
    .toEqual([
      { message: '2 calls are up. Quit Ringmaster?', buttons: ['Keep running', 'Finish first', 'Leave running', 'Hang up and quit'] },
    ]);
  await desktop.answer('Keep running');
  expect((await desktop.tray())?.tooltip).toBe('Ringmaster: 2 calls up');
  await desktop.chooseInTray('Quit Ringmaster');
  await expect.poll(async () => (await desktop.standing()).length).toBe(1);
  await desktop.answer('Finish first');
  await expect.poll(async () => (await desktop.tray())?.tooltip).toBe('Ringmaster: 2 calls up, quits after');
  await page.getByRole('article', { name: 'Renewals' }).getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('radio', { name: 'Hang them up at once' }).check();
  await page.getByRole('button', { name: 'Pause and hang up 2 calls' }).click();
  expect(await program.gone()).toBe(0);
});

test('a computer that shuts down is asked to wait, nobody else is asked anything, and the calls are found again', async ({
  page,
  host,
  program,
  desktop,
}) => {
  await twoCallsUp(page, host);
  expect(await desktop.power('shutdown')).toBe(true);
  expect(await program.gone()).toBe(0);
  await host.start();
  await signIn(page);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('2 up');
});

for (const [answer, became] of [
  ['Leave running', { up: true, outcome: null }],
  ['Hang up and quit', { up: false, outcome: 'cancelled' }],
] as const) {
  test(`quitting with calls up, answered by “${answer}”, ends it in order`, async ({ page, host, program, desktop }) => {
    await twoCallsUp(page, host);
    await desktop.closeWindow();
    await expect.poll(async () => (await desktop.standing()).length).toBe(1);
    await desktop.answer('Quit instead');
    await expect.poll(async () => (await desktop.standing())[0]?.message).toBe('2 calls are up. Quit Ringmaster?');
    await desktop.answer(answer);
    expect(await program.gone()).toBe(0);
    await host.start();
    await signIn(page);
    const { calls } = (await (await asAdmin(host))('GET', '/calls?limit=50')) as { calls: { contactName: string }[] };
    for (const name of ['Person 0', 'Person 1']) expect(calls.find(({ contactName }) => contactName === name)).toMatchObject(became);
  });
}

test.describe('where the system keeps no keys', () => {
  test('a key file is asked for once, and that is remembered', async ({ host, program, desktop }) => {
    await host.stop();
    program.given = { hasKeyRing: false, answers: ['Use a key file'] };
    await host.start();
    expect((await desktop.asked()).map(({ message }) => message)).toEqual(['This system keeps no keys. Use a key file instead?']);
    await host.stop();
    program.given = { hasKeyRing: false };
    await host.start();
    expect(await desktop.asked()).toEqual([]);
  });
});
