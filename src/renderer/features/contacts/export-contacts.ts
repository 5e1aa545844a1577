import { ask } from '../../app/connection/send-file.ts';
import { saveAs } from '../../lib/save-as.ts';
import { type ContactFilter, queryOf } from './list/contact-filter.ts';

const FILE = 'contacts.csv';

/** Saves the contacts that are listed as a file; the engine writes it, over HTTP. */
export async function exportContacts(filter: ContactFilter): Promise<void> {
  const { search, doNotCall } = queryOf(filter);
  const query = new URLSearchParams({
    ...(search !== undefined && { search }),
    ...(doNotCall !== undefined && { doNotCall: String(doNotCall) }),
  });
  const response = await ask(`api/contacts/export?${query}`, {});
  saveAs(FILE, await response.text());
}
