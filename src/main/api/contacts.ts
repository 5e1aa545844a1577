/** Contacts: one's own. */
import { implement } from '@orpc/server';
import { contactsContract } from '../../shared/contract/contacts.ts';
import { createContact } from '../contacts/create-contact.ts';
import { deleteContact, deleteContacts } from '../contacts/delete-contact.ts';
import { markContacts, touchedBy } from '../contacts/many-contacts.ts';
import { campaignsOfContact, getContact, listContacts, matchingContacts, someContacts } from '../contacts/read-contacts.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';

const person = implement(contactsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const contactsRouter = person.router({
  list: person.list.handler(async ({ context, input }) => {
    const { contacts, total } = await listContacts(context.parts, context.actor, input);
    return { ...pageFrame(contacts, total, input), contacts };
  }),
  get: person.get.handler(({ context, input }) => ({ contact: getContact(context.parts, context.actor, input.id) })),
  create: person.create.handler(({ context, input }) => ({ contact: createContact(context.parts, context.actor, input) })),
  update: person.update.handler(({ context, input: { id, ...change } }) => ({
    contact: updateContact(context.parts, context.actor, id, change),
  })),
  delete: person.delete.handler(({ context, input }) => {
    const { skippedCalls } = deleteContact(context.parts, context.actor, input.id);
    const calls = skippedCalls === 1 ? '1 waiting call is skipped' : `${skippedCalls} waiting calls are skipped`;
    return { skippedCalls, message: skippedCalls === 0 ? 'The contact is deleted.' : `The contact is deleted; ${calls}.` };
  }),
  matching: person.matching.handler(({ context, input }) => matchingContacts(context.parts, context.actor, input)),
  read: person.read.handler(({ context, input }) => ({ contacts: someContacts(context.parts, context.actor, input.contactIds) })),
  campaigns: person.campaigns.handler(({ context, input }) => ({
    campaigns: campaignsOfContact(context.parts, context.actor, input.id),
  })),
  touched: person.touched.handler(async ({ context, input }) => ({
    touched: await touchedBy(context.parts, context.actor, input.contactIds),
  })),
  deleteMany: person.deleteMany.handler(({ context, input }) => deleteContacts(context.parts, context.actor, input.contactIds)),
  markMany: person.markMany.handler(({ context, input }) => markContacts(context.parts, context.actor, input.contactIds, input.reason)),
});
