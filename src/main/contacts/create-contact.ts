import type { Contact, NewContact } from '../../shared/contract/contacts.ts';
import { conflict } from '../../shared/domain/app-error.ts';
import { markTx } from '../compliance/do-not-call.ts';
import type { Contact as ContactRecord } from '../data/contact-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { readFields, readNumber } from './contact-fields.ts';
import { getContact } from './read-contacts.ts';

/**
 * Adds a contact of one's own. One that was deleted comes back with what it remembers of its calls, and with the fields that are
 * given now; its calls that were skipped stay skipped.
 * @throws AppError `bad_phone_number`, `bad_email`; `contact_exists` (409) with `data.contactId`.
 */
export function createContact(parts: Parts, actor: Actor, input: NewContact): Contact {
  const { data, clock } = parts;
  const phone = readNumber(parts, input.phoneNumber);
  const fields = { ...EMPTY, ...readFields(input, null) };
  return data.database.write(() => {
    const now = clock.now();
    refuseKnown(data.contacts.byNumber(actor.userId, phone));
    const deleted = data.contacts.deletedByNumber(actor.userId, phone);
    if (deleted) data.contacts.changeTx(deleted.id, now, { ...fields, deletedAt: null });
    const id = deleted?.id ?? data.contacts.insertTx({ ...fields, userId: actor.userId, phone, createdAt: now, updatedAt: now }).id;
    if (input.doNotCall !== undefined) markTx(parts, actor, phone, input.doNotCall, input.doNotCallReason);
    return getContact(parts, actor, id);
  });
}

const EMPTY = { name: '', firstName: '', lastName: '', email: null, company: null, timeZone: null, customFields: {} };

/** @throws AppError `contact_exists` where there is a contact already. */
export function refuseKnown(known: ContactRecord | undefined): void {
  if (!known) return;
  const sentence = known.name === '' ? 'You have a contact with this number already.' : `This is the number of your contact ${known.name}.`;
  throw conflict('contact_exists', sentence, { details: [{ path: 'phoneNumber', message: sentence }], data: { contactId: known.id } });
}
