/** A list of a hundred people, from the drop on the window to the campaign: the program's time, without the person's. */
import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { round } from '../statistics.ts';
import type { Stage } from './stage.ts';

export interface ListFigures {
  /** From the drop to the columns with what was found in them. */
  checkedMs: number;
  /** From the step to the check, and from there to the settings. */
  stepsMs: number;
  /** From Create to the campaign. */
  createdMs: number;
  totalMs: number;
}

const PEOPLE = 100;

export async function measureList(stage: Stage): Promise<ListFigures> {
  await stage.callsUp(0, 1);
  const page = await stage.owner.open('/campaigns/active');
  await page.getByRole('heading', { name: 'Campaigns', level: 1 }).waitFor();
  const checkedMs = await took(page, 'What “company” is', () => drop(page));
  const atCheck = await took(page, 'Rows by result', () => page.getByRole('button', { name: 'Continue to check' }).click());
  const atSettings = await took(page, 'Campaign name', () => page.getByRole('button', { name: /^Continue with/ }).click());
  await page.getByRole('textbox', { name: 'Next action' }).fill('Offer a demo and agree on a day');
  await page.getByRole('combobox', { name: 'First call' }).fill('0');
  await page.getByRole('combobox', { name: 'Last call' }).fill('24');
  const createdMs = await took(page, `“Hundred” has ${PEOPLE} people to call`, () =>
    page.getByRole('button', { name: 'Create campaign' }).click(),
  );
  await page.close();
  const stepsMs = atCheck + atSettings;
  return {
    checkedMs: round(checkedMs),
    stepsMs: round(stepsMs),
    createdMs: round(createdMs),
    totalMs: round(checkedMs + stepsMs + createdMs),
  };
}

/** Drops the list on the window, as a hand would. */
async function drop(page: Page): Promise<void> {
  const lines = Array.from({ length: PEOPLE }, (_, i) => `Person ${i},+4420794600${String(i).padStart(2, '0')},Company ${i}`);
  const base64 = Buffer.from(['name,phone_number,company', ...lines].join('\n')).toString('base64');
  const dataTransfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], 'hundred.csv', { type: 'text/csv' }));
    return data;
  }, base64);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer });
  await page.getByText('Drop the list: it becomes a campaign').waitFor();
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** From what a person does, a drop or a click, until something of that name or text is drawn, ms. */
async function took(page: Page, awaited: string, act: () => Promise<void>): Promise<number> {
  const seen = page.evaluate(untilSeen, awaited);
  await act();
  return await seen;
}

function untilSeen(awaited: string): Promise<number> {
  return new Promise((resolve) => {
    let actedAt = 0;
    // On the way down: what the page does with it is in the time.
    for (const kind of ['drop', 'click']) addEventListener(kind, () => (actedAt = performance.now()), { capture: true, once: true });
    const watch = () => {
      const isThere = document.querySelector(`[aria-label="${awaited}"]`) !== null || document.body.innerText.includes(awaited);
      if (isThere && actedAt > 0) resolve(performance.now() - actedAt);
      else requestAnimationFrame(watch);
    };
    watch();
  });
}
