/**
 * Looks at a screen as it stands: no axe violation of any level in either theme and, where they are asked for (`RINGMASTER_PICTURES=1`,
 * the long tests), a picture of each in the test's results: `npm run guide` takes those of the guide from there.
 */
import { expect, type Page, test } from '@playwright/test';
import axe from 'axe-core';

const PICTURES = process.env['RINGMASTER_PICTURES'] !== undefined || process.env['RINGMASTER_TEST'] === 'long';

/** What only colours decide; all else is the same in both themes, and is asked once. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe is wrong about, by rule and element. At most five. */
const EXCEPTIONS = [
  // Like a dialog, a tooltip stands at the end of the body and belongs to no landmark (dequelabs/axe-core#991 exempted dialogs alone).
  { rule: 'region', element: 'role="tooltip"' },
];

/** A picture of the page among the test's results, where pictures are asked for: nobody looks at those of other runs. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (PICTURES) await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
}

export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await keepPicture(page, `${name}-${colorScheme}`);
    const violations = await violationsOf(page, colorScheme === 'dark' ? {} : { runOnly: { type: 'rule', values: OF_COLOURS } });
    const told = violations.flatMap(({ id, help, nodes }) => {
      const elements = nodes.map(({ html }) => html).filter((html) => !isExcepted(id, html));
      return elements.length === 0 ? [] : [`${id}: ${help}\n${elements.map((html) => `  ${html}`).join('\n')}`];
    });
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
}

/** What axe holds against the document; it is put there once, since reading it takes longer than most looks. */
async function violationsOf(page: Page, which: axe.RunOptions): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = { resultTypes: ['violations'], preload: false, ...which };
  return await page.evaluate(
    async (asked) => (await (window as unknown as { axe: typeof axe }).axe.run(document, asked)).violations,
    options,
  );
}

const isExcepted = (rule: string, html: string) =>
  EXCEPTIONS.some((exception) => exception.rule === rule && html.includes(exception.element));
