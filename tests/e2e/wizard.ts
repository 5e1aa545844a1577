/** The way from a file to a campaign, as a person goes it. */
import { Buffer } from 'node:buffer';
import { expect, type Page } from '@playwright/test';

export interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const csv = (name: string, ...lines: string[]): File => ({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) });

export const choose = (page: Page, file: File) => page.getByLabel('Choose a CSV file').setInputFiles(file);

/** Drops a file on the window, as a hand would. */
export async function drop(page: Page, { name, mimeType, buffer }: File): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName, type, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName, { type }));
      return data;
    },
    [name, mimeType, buffer.toString('base64')] as const,
  );
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
