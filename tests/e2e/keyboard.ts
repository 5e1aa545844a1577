/** A person at the keyboard, who goes from one thing to the next by the names that a screen reader says. */
import { errors, type Locator, type Page } from '@playwright/test';

interface Way {
  /** Where two things bear one name: what the wanted one is. */
  role?: string;
  key?: 'Tab' | 'Shift+Tab';
}

/** So many stops lie before anything at the most. */
const MOST_STOPS = 80;

/** What is there is read at once. */
const LOOK_MS = 1_000;

/** Presses Tab until what has the focus bears the name. Nothing may be out of reach. */
export async function tabTo(page: Page, name: string | RegExp, { role, key = 'Tab' }: Way = {}): Promise<void> {
  const met: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const here = await focused(page);
    const isNamed = typeof name === 'string' ? here.name === name : name.test(here.name);
    if (isNamed && (role === undefined || here.role === role)) return;
    met.push(`${here.role} “${here.name}”`);
    await page.keyboard.press(key);
  }
  throw new Error(`${role ?? ''} ${String(name)} was not reached by ${key}: ${met.join(' | ')}`);
}

/** Goes to what bears the name and presses a key there. */
export async function press(page: Page, name: string | RegExp, key = 'Enter', way: Way = {}): Promise<void> {
  await tabTo(page, name, way);
  await page.keyboard.press(key);
}

/** What a screen reader says of what has the focus, as the browser reckons it. */
async function focused(page: Page): Promise<{ role: string; name: string }> {
  const at = page.locator(':focus');
  if ((await at.count()) === 0) return { role: '', name: '' };
  // What had the focus may leave the page as it is looked at: nothing has it then.
  const read = await at.ariaSnapshot({ timeout: LOOK_MS }).catch((error: unknown) => {
    if (error instanceof errors.TimeoutError) return '';
    throw error;
  });
  const [first = ''] = read.split('\n');
  const [, role = '', name = '""'] = /^- '?([\w-]+)(?: ("(?:[^"\\]|\\.)*"|\/.*\/))?/.exec(first) ?? [];
  return { role, name: name.startsWith('"') ? (JSON.parse(name) as string) : name };
}

/** Types a date into a field that has its days, months and years apart; in digits, as `18112026`. */
export async function typeDate(field: Locator, digits: string): Promise<void> {
  await field.getByRole('spinbutton', { name: 'Day' }).focus();
  await field.page().keyboard.type(digits);
}

/** Empties such a field. */
export async function emptyDate(field: Locator): Promise<void> {
  await field.getByRole('spinbutton', { name: 'Day' }).focus();
  await field.page().keyboard.press('Control+a');
  await field.page().keyboard.press('Backspace');
}
