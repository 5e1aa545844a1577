/** A screen as it stands, in every size and both themes, and whether anything of it is cut. */
import { expect, type Page, test } from '@playwright/test';

/** The last is the second at a zoom of 200 %, as a page sees it. */
export const SIZES = {
  small: { width: 1024, height: 700 },
  wide: { width: 1440, height: 900 },
  zoomed: { width: 720, height: 450 },
} as const;
type Sizes = Readonly<Record<string, { width: number; height: number }>>;

/** Tells of every screen that is cut, not of the first alone. */
const uncut = expect.configure({ soft: true });

export async function picture(page: Page, screen: string, state: string, sizes: Sizes = SIZES): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    // What floats finds its new place a moment later.
    await uncut.poll(() => page.evaluate(whatIsCut), { message: `${screen}, ${state}, ${size}`, timeout: 10_000 }).toEqual([]);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: test.info().outputPath(`${screen}-${state}-${size}-${colorScheme}.png`) });
    }
  }
  await page.setViewportSize(SIZES.wide);
}

/** In the page: words and controls that an edge hides where nobody can scroll to them. An ellipsis says itself that there is more. */
function whatIsCut(): string[] {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const things: { element: Element; rect: DOMRect }[] = [];
  while (words.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    const element = words.currentNode.parentElement;
    if (element && words.currentNode.textContent?.trim()) things.push({ element, rect: range.getBoundingClientRect() });
  }
  for (const element of document.querySelectorAll('button, a, input, textarea'))
    things.push({ element, rect: element.getBoundingClientRect() });
  const isCut = ({ element, rect }: { element: Element; rect: DOMRect }): boolean => {
    // A word that is longer than its button runs over what stands beside it.
    if (element.matches('.MuiButton-root') && element.scrollWidth > element.clientWidth + 1) return true;
    if (rect.width === 0 || element.closest('[inert]') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      return false;
    const open = { x: true, y: true };
    let cut = false;
    for (let box: Element | null = element, above: Element | null; box && (open.x || open.y); box = above) {
      const { overflowX, overflowY, position, textOverflow, clipPath, webkitLineClamp } = getComputedStyle(box);
      // What stands over the page is hidden by the window's edge alone.
      above = position === 'fixed' ? document.body : box.parentElement;
      if (textOverflow === 'ellipsis' || clipPath !== 'none' || webkitLineClamp !== 'none') return false;
      const edge = box === document.body ? new DOMRect(0, 0, window.innerWidth, window.innerHeight) : box.getBoundingClientRect();
      const isBeyond = {
        x: rect.left < edge.left - 1 || rect.right > edge.right + 1,
        y: rect.top < edge.top - 1 || rect.bottom > edge.bottom + 1,
      };
      for (const [axis, overflow] of [
        ['x', overflowX],
        ['y', overflowY],
      ] as const) {
        if (!open[axis]) continue;
        if (overflow === 'auto' || overflow === 'scroll') open[axis] = false;
        else if (isBeyond[axis] && (overflow !== 'visible' || box === document.body)) cut = true;
      }
    }
    return cut;
  };
  const sideways = document.documentElement.scrollWidth > window.innerWidth ? ['the page scrolls sideways'] : [];
  const said = ({ element }: { element: Element }) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').slice(0, 60)}”`;
  return [...sideways, ...new Set(things.filter(isCut).map(said))];
}
