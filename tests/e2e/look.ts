/** Looks at a screen as it stands: no axe violation of any level in either theme, and a picture of each in the test's results. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

export async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: test.info().outputPath(`${name}-${colorScheme}.png`) });
    if (process.env['FAST']) continue;
    const { violations } = await new AxeBuilder({ page }).analyze();
    const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => `  ${html}`).join('\n')}`);
    expect(told, `${name}, ${colorScheme}`).toEqual([]);
  }
}
