/** One's contacts as CSV that can be imported again as it is. */
import { BYTE_ORDER_MARK, csvRows } from '../../shared/domain/csv-rows.ts';
import type { ContactRow } from '../data/contact-store.ts';
import { type Actor, ownScope, type Scope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';

const PAGE = 500;
/** Contacts looked through for the names of their custom fields at a time. */
const LOOKED_THROUGH = 5_000;

const COLUMNS = ['phone_number', 'name', 'first_name', 'last_name', 'email', 'company', 'time_zone', 'do_not_call'] as const;

export interface ExportFilter {
  search?: string;
  doNotCall?: boolean | null;
}

/**
 * The header and then a page of rows at a time, in the order in which the contacts came. Custom fields are columns of their own,
 * by name. Lets others run between the pages.
 */
export async function* exportContacts(parts: Parts, actor: Actor, filter: ExportFilter = {}): AsyncGenerator<string> {
  const scope = ownScope(actor);
  const custom = await customColumns(parts, scope);
  // A custom field that bears the name of a column of ours is told apart by its own.
  const header = [...COLUMNS, ...custom.map((name) => ((COLUMNS as readonly string[]).includes(name) ? `${name} (custom)` : name))];
  yield BYTE_ORDER_MARK + csvRows([header]);
  for await (const page of pagesOf(parts, actor, filter)) yield csvRows(page.map((contact) => toRow(contact, custom)));
}

/** All contacts by their ids as they are read; those of a search as they were when it began. */
async function* pagesOf(parts: Parts, actor: Actor, { search = '', doNotCall = null }: ExportFilter): AsyncGenerator<ContactRow[]> {
  const scope = ownScope(actor);
  const { contacts, contactIndex } = parts.data;
  if (search === '' && doNotCall === null) {
    for (let after = 0; ; ) {
      const page = contacts.after(scope, after, PAGE);
      const last = page.at(-1);
      if (!last) return;
      yield page;
      after = last.id;
      await sleep(parts.clock, 0);
    }
  }
  const query = { userId: actor.userId, search, doNotCall, sortBy: 'createdAt', sortDir: 'asc' } as const;
  const { ids } = await contactIndex.find(query, { offset: 0, limit: Number.MAX_SAFE_INTEGER, countAll: true });
  for (let from = 0; from < ids.length; from += PAGE) {
    yield contacts.some(scope, ids.slice(from, from + PAGE));
    await sleep(parts.clock, 0);
  }
}

async function customColumns(parts: Parts, scope: Scope): Promise<string[]> {
  const names = new Set<string>();
  const last = parts.data.contacts.lastId();
  for (let after = 0; after < last; after += LOOKED_THROUGH) {
    for (const name of parts.data.contacts.fieldNames(scope, after, after + LOOKED_THROUGH)) names.add(name);
    await sleep(parts.clock, 0);
  }
  return [...names].toSorted();
}

function toRow(contact: ContactRow, custom: readonly string[]): string[] {
  const { phone, name, firstName, lastName, email, company, timeZone, doNotCall, customFields } = contact;
  return [
    phone,
    name,
    firstName,
    lastName,
    email ?? '',
    company ?? '',
    timeZone ?? '',
    doNotCall ? 'yes' : 'no',
    ...custom.map((key) => customFields[key] ?? ''),
  ];
}
