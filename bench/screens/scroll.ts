/** Frames while the list of contacts is scrolled, and while a page of nothing is. */
import { openContacts } from './contact-list.ts';
import { type Frames, framesDuring, scrollDown } from './frames.ts';
import { type Stage, WINDOW } from './stage.ts';

export interface ScrollFigures {
  contacts: number;
  /** As one reads, 75 rows a second. */
  reading: Frames;
  /** As one looks for something far down, 500 rows a second. */
  fast: Frames;
  floor: Frames;
}

const PX = 24_000;
const READING = 3_000;
const FAST = 20_000;

export async function measureScroll(stage: Stage): Promise<ScrollFigures> {
  const { browser } = stage;
  const { page, contacts } = await openContacts(stage.owner);
  await page.waitForTimeout(1_000);
  const reading = await framesDuring(browser, page, () => scrollDown(page, PX, READING));
  const fast = await framesDuring(browser, page, () => scrollDown(page, PX * 5, FAST));
  await page.close();

  const empty = await browser.newPage(WINDOW);
  await empty.setContent('<div style="height:1000000px;background:linear-gradient(white,silver)"></div>');
  const floor = await framesDuring(browser, empty, () => scrollDown(empty, PX, READING));
  await empty.close();
  return { contacts, reading, fast, floor };
}
