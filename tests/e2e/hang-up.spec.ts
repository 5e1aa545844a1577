/** Stopping says what can be hung up: Bolna ends no call for anybody. */
import type { Page } from '@playwright/test';
import { aCampaign, aWorld } from './campaigns.ts';
import { expect, type Host, signIn, test } from './fixtures.ts';
import { look } from './look.ts';
import { type Rest, someContacts } from './rest.ts';
import { aBolna } from './vendors.ts';

const BOLNA_AGENT = '5f0c1d2e-1111-4222-8333-944455556666';

async function aBolnaCampaign(rest: Rest, name: string): Promise<void> {
  const made = await rest('POST', '/agents', { name: 'Vera', provider: 'bolna', providerAgentId: BOLNA_AGENT });
  const { agent } = made as { agent: { id: string } };
  await aCampaign({ rest, agentId: agent.id, contactIds: await someContacts(rest, ['Mira', 'Noor']) }, name, {
    concurrencyLimit: 1,
  });
}

async function open(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await signIn(page);
}

test('where the provider hangs up no call, pausing and cancelling say so and offer no such thing', async ({ page, host }) => {
  const { rest } = await aWorld(host, { contacts: 0 });
  // Slow enough that the call is up however long this takes.
  const bolna = await aBolna(rest, {}, { speed: 0.05 });
  await aBolnaCampaign(rest, 'Renewals');
  await open(page, host);
  const card = page.getByRole('article', { name: 'Renewals' });
  await expect(card).toContainText('1 up');
  await card.getByRole('button', { name: 'Pause' }).click();
  const pause = page.getByRole('dialog', { name: 'Pause “Renewals”?' });
  await expect(pause).toContainText('1 call goes on to its end: Bolna cannot hang up a call.');
  await expect(pause.getByRole('radio')).toHaveCount(0);
  await look(page, 'pause-bolna');
  await pause.getByRole('button', { name: 'Keep it running' }).click();
  await card.getByRole('button', { name: 'More for Renewals' }).click();
  await page.getByRole('menuitem', { name: 'Cancel campaign…' }).click();
  const cancel = page.getByRole('dialog', { name: 'Cancel “Renewals”?' });
  await expect(cancel).toContainText('1 call goes on to its end: Bolna cannot hang up a call.');
  await expect(cancel.getByRole('radio')).toHaveCount(0);
  await cancel.getByRole('button', { name: 'Cancel campaign' }).click();
  await expect(page.getByText('“Renewals” is cancelled. 1 call goes on to its end.')).toBeVisible();
  await bolna.stop();
});

// Two providers' calls have to be talked at once, which takes half a minute.
test('Pause all hangs up what can be hung up, and says what goes on', { tag: '@long' }, async ({ page, host }) => {
  const world = await aWorld(host, { contacts: 2, speed: 0.05 });
  const bolna = await aBolna(world.rest);
  await aBolnaCampaign(world.rest, 'Renewals');
  await aCampaign(world, 'Practice', { concurrencyLimit: 1 });
  // One that Bolna has not begun yet could be taken back.
  await expect.poll(async () => JSON.stringify(await world.rest('GET', '/calls')), { timeout: 30_000 }).toContain('"in-progress"');
  await open(page, host);
  await expect(page.getByRole('article', { name: 'Renewals' })).toContainText('1 up');
  await expect(page.getByRole('article', { name: 'Practice' })).toContainText('1 up');
  await page.getByRole('button', { name: 'Pause all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pause all campaigns of everyone?' });
  await dialog.getByRole('radio', { name: 'Hang up 1 call at once' }).check();
  await expect(dialog).toContainText('1 call goes on to its end: Bolna cannot hang up a call.');
  await look(page, 'pause-all-mixed');
  await dialog.getByRole('button', { name: 'Pause all and hang up 1 call' }).click();
  await expect(page.getByText(/2 campaigns paused\..*1 call could not be hung up and goes on\./)).toBeVisible();
  await bolna.stop();
});
