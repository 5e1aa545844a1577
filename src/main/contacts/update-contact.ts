import type { Contact, ContactChange } from '../../shared/contract/contacts.ts';
import { isNamed, scoreOf } from '../../shared/domain/score.ts';
import { markTx } from '../compliance/do-not-call.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { readFields, readNumber } from './contact-fields.ts';
import { refuseKnown } from './create-contact.ts';
import { getContact, ownContact } from './read-contacts.ts';

/**
 * Changes a contact of one's own; what is left out stays. Its waiting calls move to the place in the line that the change gives
 * them (rule 1), and are made to the number that holds at their claim (rule 12).
 * @throws AppError `not_found`, `bad_phone_number`, `bad_email`, `contact_exists`; what `markTx` throws.
 */
export function updateContact(parts: Parts, actor: Actor, id: number, change: ContactChange): Contact {
  const { data, clock } = parts;
  return data.database.write(() => {
    const now = clock.now();
    const before = ownContact(parts, actor, id);
    const phone = change.phoneNumber === undefined ? before.phone : readNumber(parts, change.phoneNumber);
    if (phone !== before.phone) refuseKnown(data.contacts.byNumber(actor.userId, phone));
    const fields = readFields(change, before);
    data.contacts.changeTx(id, now, { ...fields, phone });
    if (change.doNotCall !== undefined) markTx(parts, actor, phone, change.doNotCall, change.doNotCallReason);
    const after = ownContact(parts, actor, id);
    const score = scoreOf(after);
    if (score !== scoreOf(before) || isNamed(after.name) !== isNamed(before.name)) data.items.rescoreTx(id, isNamed(after.name), score);
    if (after.phone !== before.phone || after.timeZone !== before.timeZone) data.contacts.wakeItemsTx(id, now);
    return getContact(parts, actor, id);
  });
}
