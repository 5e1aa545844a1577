/** Contacts: one's own. */
import { implement } from '@orpc/server';
import { contactsContract } from '../../shared/contract/contacts.ts';
import { createContact } from '../contacts/create-contact.ts';
import { deleteContact } from '../contacts/delete-contact.ts';
import { getContact, listContacts } from '../contacts/read-contacts.ts';
import { updateContact } from '../contacts/update-contact.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';

const person = implement(contactsContract).$context<ApiContext>().use(tellErrors).use(asPerson);

export const contactsRouter = person.router({
  list: person.list.handler(({ context, input }) => {
    const { contacts, total } = listContacts(context.parts, context.actor, input);
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
});
