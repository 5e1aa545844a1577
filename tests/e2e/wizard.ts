/** The way from a file to a campaign, as a person goes it. */
import { Buffer } from 'node:buffer';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';

export interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const csv = (name: string, ...lines: string[]): File => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });

/** Writes it where a person has it: on the desktop a file has to have a path. */
export function onDisk({ name, buffer }: Pick<File, 'name' | 'buffer'>): string {
  const path = join(mkdtempSync(join(tmpdir(), 'ringmaster-list-')), name);
  writeFileSync(path, buffer);
  return path;
}

/** Chooses it in a field for files. */
export const chooseIn = (field: Locator, file: File) => field.setInputFiles(onDisk(file));

export const choose = (page: Page, file: File) => chooseIn(page.getByLabel('Choose a CSV file'), file);

/** Drops a file on the window, as a hand would. */
export async function drop(page: Page, file: File): Promise<void> {
  // A file that a script made lies nowhere; one that was chosen does, and can be dragged on from there.
  const field = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file' }));
  await field.setInputFiles(onDisk(file));
  const transfer = await field.evaluateHandle((input) => {
    const data = new DataTransfer();
    for (const chosen of input.files ?? []) data.items.add(chosen);
    return data;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await expect(page.getByText('Drop the list: it becomes a campaign')).toBeVisible();
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** From the columns to the check. */
export async function toCheck(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue to check' }).click();
  await expect(page.getByRole('group', { name: 'Rows by result' })).toBeVisible();
}

/** From the columns over the check to the settings. */
export async function toSettings(page: Page): Promise<void> {
  await toCheck(page);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByRole('textbox', { name: 'Campaign name' })).toBeVisible();
}

/** Who calls, what for, and at any hour of any day unless told otherwise. */
export async function fillSettings(page: Page, { always = true } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Create a practice agent' }).click();
  await expect(page.getByRole('combobox', { name: 'Agent' })).toHaveText('Practice agent, practice line');
  await page.getByRole('textbox', { name: 'Next action' }).fill('Offer a demo and agree on a day');
  if (!always) return;
  await page.getByRole('combobox', { name: 'First call' }).fill('0');
  await page.getByRole('combobox', { name: 'Last call' }).fill('24');
  for (const day of ['Sat', 'Sun']) await page.getByRole('button', { name: day }).click();
}

/** A cell of the count strip. */
export const count = (page: Page, word: string) =>
  page.getByRole('group', { name: 'Rows by result' }).getByText(word, { exact: true }).locator('xpath=../..');
