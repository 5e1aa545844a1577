/** A screen by its address, and its states: as it is, while its answers are awaited, and when they are refused. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Host } from '../fixtures.ts';
import { type Line, REFUSAL } from './line.ts';
import { picture } from './picture.ts';

export interface Screen {
  name: string;
  at: string;
  /** What leads to it from there, where it has no address of its own. */
  via?: (page: Page) => Promise<void>;
  /** What is there once it is drawn. */
  shows: (page: Page) => Locator;
}

/** Goes there by loading the page anew: nothing of before is left in it. */
export async function visit(page: Page, host: Host, { at, via }: Pick<Screen, 'at' | 'via'>): Promise<void> {
  await page.goto(`${host.rest}/#${at}`);
  await page.reload();
  await via?.(page);
}

/** As it is. What it says comes last: figures that are counted from it may come later. */
export async function shown(page: Page, host: Host, screen: Screen, state: string): Promise<void> {
  await visit(page, host, screen);
  await expect(screen.shows(page).first()).toBeVisible();
  await expect(page.locator('.MuiSkeleton-root')).toHaveCount(0);
  await picture(page, screen.name, state);
}

export async function loading(page: Page, host: Host, line: Line, screen: Screen): Promise<void> {
  line.answers('held');
  await visit(page, host, screen);
  await expect.soft(page.locator('.MuiSkeleton-root').first(), `${screen.name}: skeletons`).toBeVisible({ timeout: 15_000 });
  await picture(page, screen.name, 'loading');
  line.answers('given');
}

export async function refused(page: Page, host: Host, line: Line, screen: Screen): Promise<void> {
  line.answers('refused');
  await visit(page, host, screen);
  await expect
    .soft(page.getByRole('alert').filter({ hasText: REFUSAL }).first(), `${screen.name}: the refusal`)
    .toBeVisible({ timeout: 15_000 });
  await picture(page, screen.name, 'error');
  line.answers('given');
}
