/** Contacts as people see them: one's own only, admins too. */
import { COUNTED_TO } from '../../shared/contract/base.ts';
import type { Contact, ContactsQuery } from '../../shared/contract/contacts.ts';
import { notFound } from '../../shared/domain/app-error.ts';
import type { ContactRow } from '../data/contact-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

/** One page, and how many there are in all, exact to 10,000. */
export function listContacts(parts: Parts, actor: Actor, query: ContactsQuery): { contacts: Contact[]; total: number } {
  const scope = ownScope(actor);
  const total = parts.data.contacts.count(scope, query, COUNTED_TO);
  return { contacts: parts.data.contacts.list(scope, query).map(toContact), total };
}

/** @throws AppError `not_found` where the contact is not one's own or was deleted. */
export function getContact(parts: Parts, actor: Actor, id: number): Contact {
  return toContact(ownContact(parts, actor, id));
}

/** The row behind `getContact`, for the verbs that change it. */
export function ownContact(parts: Parts, actor: Actor, id: number): ContactRow {
  const contact = parts.data.contacts.getLive(ownScope(actor), id);
  if (!contact) throw notFound('contact');
  return contact;
}

function toContact(row: ContactRow): Contact {
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
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  };
}
