/** The queue by hand: who is shown, how they are found, and what is asked about one and about many. */
import type { Page } from '@playwright/test';
import { expect, type Host } from '../fixtures.ts';
import { QUEUE } from './all-screens.ts';
import { picture } from './picture.ts';
import { visit } from './screens.ts';

/** Each choice of who is shown, and the list narrowed to few and to nobody. */
export async function queueNarrowed(page: Page, host: Host): Promise<void> {
  for (const shown of ['calling', 'callbacks', 'completed', 'failed', 'skipped', 'cancelled']) {
    await visit(page, host, { at: `/queue/${shown}` });
    await expect(
      page
        .getByRole('grid', { name: 'People in the queue' })
        .or(page.getByText(/^Nobody|^No call/))
        .first(),
    ).toBeVisible();
    await picture(page, `queue-${shown}`, 'few');
  }
  await visit(page, host, QUEUE);
  const found = page.getByRole('status').filter({ hasText: /found$/ });
  await page.getByRole('searchbox').fill('ma');
  await expect(found).toBeVisible();
  await picture(page, 'queue-found', 'few');
  await page.getByRole('searchbox').fill('nobody is called so');
  await expect(page.getByRole('button', { name: 'Show everyone' })).toBeVisible();
  await picture(page, 'queue-found', 'empty');
  await page.getByRole('button', { name: 'Show everyone' }).click();
  await page.getByRole('combobox', { name: 'Campaign' }).click();
  await page.getByRole('option', { name: 'Spring offer' }).click();
  await expect(found).toBeVisible();
  await picture(page, 'queue-of-campaign', 'few');
}

/** Whose turn does not come while the pictures are taken: every ten minutes somebody is called. */
const FAR = 3;

/** One person and what can be asked about them, then several. */
export async function overQueue(page: Page, host: Host): Promise<void> {
  const drawer = page.getByRole('complementary');
  await visit(page, host, QUEUE);
  const waiting = page.getByRole('grid', { name: 'People in the queue' }).getByRole('row');
  await waiting.nth(FAR).click();
  await expect(drawer).toContainText('History');
  await picture(page, 'queue-person', 'few');
  await page.keyboard.press('Escape');
  for (const place of [FAR, FAR + 1, FAR + 2]) await waiting.nth(place).getByRole('checkbox').click();
  await picture(page, 'queue-selected', 'few');
  const actions = waiting.nth(FAR).getByRole('button', { name: /^Actions for/ });
  await actions.click();
  await picture(page, 'queue-menu', 'few');
  // Opened anew before it is used: it finds its place in another size of the window only a moment later.
  await page.keyboard.press('Escape');
  for (const [item, name] of [
    ['Call now', 'queue-call-now'],
    ['Call back…', 'queue-callback'],
    ['Reschedule…', 'queue-reschedule'],
    ['Priority…', 'queue-priority'],
    ['Cancel call…', 'queue-cancel'],
    ['Remove…', 'queue-remove'],
  ] as const) {
    await actions.click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, name, 'few');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  const bar = page.getByRole('region', { name: 'Selected people' });
  for (const [item, name] of [
    ['Call now', 'queue-many-call-now'],
    ['Call back…', 'queue-many-callback'],
  ] as const) {
    await bar.getByRole('button', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, name, 'few');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
}
