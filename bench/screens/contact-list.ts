/** The list of contacts, open and counted to its end: until then its length changes by itself. */
import type { Page } from '@playwright/test';
import type { Seat } from './stage.ts';

export interface ContactList {
  page: Page;
  contacts: number;
  /** The grid as long as it is with everybody in it. */
  whole: string;
}

/** Opens the list of whoever sits there, everybody in it. */
export async function openContacts({ rest, open }: Seat): Promise<ContactList> {
  const { total } = await rest<{ total: number }>('GET', '/contacts/matching?limit=0');
  const whole = `[role=grid][aria-label=Contacts][aria-rowcount="${total + 1}"]`;
  const page = await open('/contacts');
  await page.locator(`${whole} [role=rowheader]`).first().waitFor();
  return { page, contacts: total, whole };
}
