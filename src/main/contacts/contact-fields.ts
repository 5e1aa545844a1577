/** What a person wrote into a contact's fields, read into what is stored. */
import type { ContactChange } from '../../shared/contract/contacts.ts';
import { badInput } from '../../shared/domain/app-error.ts';
import { readEmail } from '../../shared/domain/email.ts';
import { completeName, fullName, splitName, tidyName } from '../../shared/domain/person-name.ts';
import { readPhoneNumber } from '../../shared/domain/phone-number.ts';
import type { Contact, ContactFields } from '../data/contact-store.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';

/**
 * A number in E.164, read with the installation's default country.
 * @throws AppError `bad_phone_number` with the reason.
 */
export function readNumber(parts: Pick<Parts, 'data'>, raw: string, path = 'phoneNumber'): string {
  const number = readPhoneNumber(raw, dialingSettings(parts).defaultCountry ?? undefined);
  if (number.ok) return number.e164;
  throw badInput('bad_phone_number', `${number.reason}. Write the number with its country code, as +49 30 12345678.`, {
    details: [{ path, message: number.reason }],
    data: { reason: number.code },
  });
}

/**
 * The stored fields of what was given, over what is there; fields that were not given are left out.
 * @throws AppError `bad_email` with the reason.
 */
export function readFields(
  given: ContactChange,
  current: Pick<Contact, 'firstName' | 'lastName'> | null,
): Omit<ContactFields, 'phone' | 'deletedAt'> {
  return {
    ...readName(given, current),
    ...(given.email === undefined ? {} : { email: readAddress(given.email) }),
    ...(given.company === undefined ? {} : { company: tidyName(given.company ?? '') || null }),
    ...(given.timeZone === undefined ? {} : { timeZone: given.timeZone }),
    ...(given.customFields === undefined ? {} : { customFields: given.customFields }),
  };
}

/** A name alone is split anew; a part alone changes the whole name with it. */
function readName({ name, firstName, lastName }: ContactChange, current: Pick<Contact, 'firstName' | 'lastName'> | null) {
  if (name === undefined && firstName === undefined && lastName === undefined) return {};
  if (current === null) return completeName({ name: name ?? null, firstName: firstName ?? null, lastName: lastName ?? null });
  if (firstName === undefined && lastName === undefined) return { name: tidyName(name ?? ''), ...splitName(name ?? '') };
  const first = tidyName(firstName ?? current.firstName);
  const last = tidyName(lastName ?? current.lastName);
  return { name: tidyName(name ?? '') || fullName(first, last), firstName: first, lastName: last };
}

function readAddress(raw: string | null): string | null {
  const { email, reason } = readEmail(raw ?? '');
  if (reason === undefined) return email;
  throw badInput('bad_email', `This is no e-mail address: ${reason.toLowerCase()}.`, { details: [{ path: 'email', message: reason }] });
}
