/** What the tests of the settings stand on: people of both roles, and every section looked at in both sizes. */
import type { Page } from '@playwright/test';
import { ADMIN, expect, type Host, signIn } from './fixtures.ts';
import { keepPicture, look } from './look.ts';
import { asAdmin } from './rest.ts';

export const SUPERVISOR = { name: 'Priya Nair', email: 'priya@example.com', password: 'a loud Friday in June' };

/** That supervisor beside the admin. */
export async function addSupervisor(host: Host): Promise<void> {
  const rest = await asAdmin(host);
  await rest('POST', '/users', { ...SUPERVISOR, role: 'supervisor' });
}

/** Signs somebody in and opens the settings. */
export async function openSettings(page: Page, host: Host, who: { email: string; password: string } = ADMIN): Promise<void> {
  await page.goto(host.url);
  await signIn(page, who);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
}

export const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections of the settings' });

export async function openSection(page: Page, name: string): Promise<void> {
  await sections(page).getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
}

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 1024, height: 700 };

/** Axe and pictures in both themes as it stands, and pictures of the same in a narrow window. */
export async function lookAtSizes(page: Page, name: string): Promise<void> {
  await look(page, `${name}-1440`);
  await pictures(page, name, NARROW);
  await page.setViewportSize(WIDE);
}

/** Pictures alone, where axe has seen the same for somebody else. */
export async function pictures(page: Page, name: string, size = WIDE): Promise<void> {
  await page.setViewportSize(size);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await keepPicture(page, `${name}-${size.width}-${colorScheme}`);
  }
}
