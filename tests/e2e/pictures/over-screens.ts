/** Drawers, menus and dialogs: what stands beside a screen or over it. */
import type { Page } from '@playwright/test';
import { expect, type Host } from '../fixtures.ts';
import { CONTACTS } from './all-screens.ts';
import { picture } from './picture.ts';
import { visit } from './screens.ts';

/** What stands beside or over the screens of one campaign. */
export async function overCampaign(page: Page, host: Host, campaignId: string): Promise<void> {
  const drawer = page.getByRole('complementary');
  await visit(page, host, { at: `/campaign/${campaignId}/queue` });
  await page.getByRole('table', { name: 'People of the campaign' }).getByRole('row').nth(1).click();
  await expect(drawer).toBeVisible();
  await picture(page, 'queue-drawer', 'few');
  await visit(page, host, { at: `/campaign/${campaignId}/history.completed` });
  await page.getByRole('table', { name: 'Calls of the campaign' }).getByRole('row').nth(1).click();
  await expect(drawer).toContainText('Transcript');
  await picture(page, 'call-drawer', 'few');

  const more = page.getByRole('button', { name: /^More for/ });
  await visit(page, host, { at: `/campaign/${campaignId}` });
  await more.click();
  await picture(page, 'campaign-menu', 'few');
  for (const [item, name] of [
    ['Add people…', 'add-people'],
    ['Call again…', 'call-again'],
    ['Duplicate…', 'duplicate'],
    ['Cancel campaign…', 'cancel-campaign'],
  ] as const) {
    await visit(page, host, { at: `/campaign/${campaignId}` });
    await more.click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await picture(page, name, 'few');
  }
  await visit(page, host, { at: `/campaign/${campaignId}` });
  await page.getByRole('button', { name: 'Pause all' }).click();
  await picture(page, 'pause-all', 'few');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search and go' }).fill('an');
  await expect(page.getByRole('option').nth(3)).toBeVisible();
  await picture(page, 'palette', 'few');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const asks = page.getByRole('dialog');
  const paused = page.getByText('Campaign is paused').first();
  await expect(asks.or(paused).first()).toBeVisible();
  // While a call is up it is asked about, else the campaign is paused at once: either way, all that is shown then says so.
  await picture(page, 'pause-campaign', 'few');
  if (await asks.isVisible()) await asks.getByRole('button', { name: 'Pause campaign' }).click();
  await expect(paused).toBeVisible();
  await page.getByRole('button', { name: 'Resume', exact: true }).click();
}

/** The same on the contacts. */
export async function overContacts(page: Page, host: Host): Promise<void> {
  const drawer = page.getByRole('complementary');
  await visit(page, host, CONTACTS);
  const rows = page.getByRole('grid', { name: 'Contacts' }).getByRole('row');
  await rows.nth(1).click();
  await expect(drawer).toBeVisible();
  await picture(page, 'contact-drawer', 'few');
  await drawer.getByRole('button', { name: 'Edit' }).click();
  await picture(page, 'contact-drawer-edit', 'few');
  await visit(page, host, CONTACTS);
  for (const place of [1, 2, 3]) await rows.nth(place).getByRole('checkbox').check();
  await picture(page, 'contacts-selected', 'few');
  await page.getByRole('button', { name: 'Bulk call' }).click();
  await expect(page.getByRole('dialog').getByRole('status').first()).toBeVisible();
  await picture(page, 'bulk-call', 'few');
  await visit(page, host, CONTACTS);
  await page.getByRole('button', { name: 'New contact' }).click();
  await picture(page, 'new-contact', 'empty');
  await visit(page, host, CONTACTS);
  await page.getByRole('button', { name: 'Import' }).click();
  await picture(page, 'import-contacts', 'empty');
}
