import type { Contact } from '../../../shared/contract/contacts.ts';
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts';

/** What a contact is called where it is spoken of: the name, else the number. */
export const calledOf = ({ name, phoneNumber }: Pick<Contact, 'name' | 'phoneNumber'>): string => name || formatPhoneNumber(phoneNumber);
