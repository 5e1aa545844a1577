/** Contacts as people see them: one's own only, admins too. */
import { COUNTED_TO } from '../../shared/contract/base.ts';
import type { Contact, ContactCampaign, ContactsQuery, MatchingQuery } from '../../shared/contract/contacts.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import type { LastCall } from '../data/contact-batch-store.ts';
import type { ContactRow } from '../data/contact-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

type Filter = Omit<MatchingQuery, 'offset' | 'limit'>;

/** One page, and how many there are in all, exact to 10,000. */
export async function listContacts(parts: Parts, actor: Actor, query: ContactsQuery): Promise<{ contacts: Contact[]; total: number }> {
  const { page, limit, ...filter } = query;
  const range = { offset: (page - 1) * limit, limit, countAll: false };
  const { ids, total } = await parts.data.contactIndex.find(indexQuery(actor, filter), range);
  return { contacts: someContacts(parts, actor, ids), total: Math.min(total, COUNTED_TO) };
}

/** The ids of all that match, in their order from `offset` on, and how many match in all. */
export function matchingContacts(parts: Parts, actor: Actor, query: MatchingQuery): Promise<{ ids: number[]; total: number }> {
  const { offset, limit, ...filter } = query;
  return parts.data.contactIndex.find(indexQuery(actor, filter), { offset, limit, countAll: true });
}

const indexQuery = (actor: Actor, { search, doNotCall, sortBy, sortDir }: Filter) => ({
  userId: actor.userId,
  search: search ?? '',
  doNotCall: doNotCall ?? null,
  sortBy,
  sortDir,
});

/** Contacts by their ids, in the order of these; those that are not there are left out. */
export function someContacts(parts: Parts, actor: Actor, ids: readonly number[]): Contact[] {
  const rows = parts.data.contacts.some(ownScope(actor), ids);
  const lastCalls = new Map(parts.data.contactBatches.lastCalls(rows.map(({ id }) => id)).map((call) => [call.contactId, call]));
  return rows.map((row) => toContact(row, lastCalls.get(row.id)));
}

/** @throws AppError `not_found` where the contact is not one's own or was deleted. */
export function getContact(parts: Parts, actor: Actor, id: number): Contact {
  const row = ownContact(parts, actor, id);
  return toContact(row, parts.data.contactBatches.lastCalls([id])[0]);
}

/**
 * The campaigns that a contact is in, the latest first.
 * @throws AppError `not_found`.
 */
export function campaignsOfContact(parts: Parts, actor: Actor, id: number): ContactCampaign[] {
  ownContact(parts, actor, id);
  return parts.data.contactBatches.campaignsOf(ownScope(actor), id).map((row) => ({
    ...row,
    scheduledFor: new Date(row.scheduledFor),
    lastAttemptTime: row.lastAttemptTime === null ? null : new Date(row.lastAttemptTime),
    callbackTime: row.callbackTime === null ? null : new Date(row.callbackTime),
  }));
}

/** The row behind `getContact`, for the verbs that change it. */
export function ownContact(parts: Parts, actor: Actor, id: number): ContactRow {
  const contact = parts.data.contacts.getLive(ownScope(actor), id);
  if (!contact) throw notFound('contact');
  return contact;
}

function toContact(row: ContactRow, lastCall: LastCall | undefined): Contact {
  const { id, phone, name, firstName, lastName, email, company, timeZone, customFields, doNotCall } = row;
  const { notConnected, successfulCalls, lastConversationAt, lastSummary, createdAt, updatedAt } = row;
  return {
    id,
    phoneNumber: phone,
    name,
    firstName,
    lastName,
    email,
    company,
    timeZone,
    customFields,
    doNotCall,
    notConnected,
    successfulCalls,
    lastConversationAt: lastConversationAt === null ? null : new Date(lastConversationAt),
    lastSummary,
    lastCall: lastCall === undefined ? null : toLastCall(lastCall),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}

const toLastCall = ({ id, at, status, successful, practice }: LastCall): Contact['lastCall'] => ({
  id,
  at: new Date(at),
  status,
  successful: successful === 1,
  practice: practice === 1,
});
