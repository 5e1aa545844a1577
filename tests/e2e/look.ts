/**
 * Looks at a screen as it stands: no axe violation of any level in either theme and, where they are asked for (`RINGMASTER_PICTURES=1`,
 * the long tests), a picture of each in the test's results: `npm run guide` takes those of the guide from there.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const PICTURES = process.env['RINGMASTER_PICTURES'] !== undefined || process.env['RINGMASTER_TEST'] === 'long';

/** What only colours decide; all else is the same in both themes, and is asked once. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe is wrong about, by rule and element. At most five. */
const EXCEPTIONS = [
  // Like a dialog, a tooltip stands at the end of the body and belongs to no landmark (dequelabs/axe-core#991 exempted dialogs alone).
  { rule: 'region', element: 'role="tooltip"' },
];

export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (PICTURES) await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
    // No frames here: without the mode for them no page has to be opened for each look.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
      resultTypes: ['violations'],
      preload: false,
      ...(colorScheme === 'light' && { runOnly: { type: 'rule', values: OF_COLOURS } }),
    });
    const { violations } = await axe.analyze();
    const told = violations.flatMap(({ id, help, nodes }) => {
      const elements = nodes.map(({ html }) => html).filter((html) => !isExcepted(id, html));
      return elements.length === 0 ? [] : [`${id}: ${help}\n${elements.map((html) => `  ${html}`).join('\n')}`];
    });
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
}

const isExcepted = (rule: string, html: string) =>
  EXCEPTIONS.some((exception) => exception.rule === rule && html.includes(exception.element));
